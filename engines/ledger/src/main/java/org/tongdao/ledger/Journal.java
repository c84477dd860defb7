package org.tongdao.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the ledger asks for: where entries are kept, append only. A database keeps the uniqueness of ids by constraint. */
public interface Journal {

    Optional<Entry> find(String id);

    /** All entries for a cause, reversals among them, oldest first. */
    List<Entry> listByCause(String cause);

    /** Whether an entry was taken back. */
    boolean isReversed(String id);

    void append(Entry entry);

    /** All entries, oldest first; the caller closes the stream. */
    Stream<Entry> stream();

    /** The balance of one account in one unit: Σ debit − Σ credit. */
    default long balance(String account, String unit) {
        try (Stream<Entry> entries = stream()) {
            return entries.flatMap(e -> e.lines().stream())
                    .filter(l ->
                            l.account().equals(account) && l.amount().unit().equals(unit))
                    .mapToLong(Line::signed)
                    .reduce(0, Math::addExact);
        }
    }
}
