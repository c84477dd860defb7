package org.tongdao.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The accounts there are, by code. */
public final class Chart {

    private final Map<String, Account> accounts = new TreeMap<>();

    /** Two accounts with one code are refused. */
    public static Chart of(Collection<Account> accounts) {
        var chart = new Chart();
        for (Account account : accounts) {
            if (chart.accounts.putIfAbsent(account.code(), account) != null) {
                throw new IllegalArgumentException("two accounts with the code " + account.code());
            }
        }
        return chart;
    }

    public Optional<Account> find(String code) {
        return Optional.ofNullable(accounts.get(code));
    }
}
