package org.tongdao.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Posts entries into a journal, or says why not. A refused entry leaves no trace.
 *
 * <p>Findings: {@code LEDGER-ACCOUNT} (no such account), {@code LEDGER-NEGATIVE} (more out than in), {@code LEDGER-CHANGED} (the id is known with other
 * content), {@code CHARGE-TWICE} (the cause is charged already and not reversed), {@code REVERSE-UNKNOWN}, {@code REVERSE-TWICE},
 * {@code REVERSE-DIFFERS} (the reversal is not the mirror of its original).
 */
public final class Ledger {

    private final Chart chart;
    private final Journal journal;

    public Ledger(Chart chart, Journal journal) {
        this.chart = chart;
        this.journal = journal;
    }

    /** Posts an entry; the same entry again has no second effect. Returns why it was refused, empty when it stands. */
    public List<Finding> post(Entry entry) {
        Optional<Entry> known = journal.find(entry.id());
        if (known.isPresent()) {
            return known.get().equals(entry)
                    ? List.of()
                    : List.of(refuse(
                            "LEDGER-CHANGED",
                            entry,
                            entry.id(),
                            "An entry is never changed; reverse it and post a new one."));
        }
        List<Finding> findings = new ArrayList<>(accountFaults(entry));
        findings.addAll(entry.isReversal() ? reversalFaults(entry) : chargeFaults(entry));
        if (findings.isEmpty()) {
            findings.addAll(negativeFaults(entry));
        }
        if (findings.isEmpty()) {
            journal.append(entry);
        }
        return findings;
    }

    /** Takes an entry back; {@code newId} names the reversing entry. */
    public List<Finding> reverse(String id, String newId, Instant at, String reason) {
        Optional<Entry> original = journal.find(id);
        if (original.isEmpty()) {
            return List.of(Finding.error("REVERSE-UNKNOWN", Place.of(newId), id, "There is no such entry to reverse."));
        }
        return post(original.get().reversal(newId, at, reason));
    }

    /** The sums of all accounts up to and including {@code cutOff}. */
    public TrialBalance trialBalance(Instant cutOff) {
        try (Stream<Entry> entries = journal.stream()) {
            return TrialBalance.of(entries.filter(e -> !e.effectiveAt().isAfter(cutOff)));
        }
    }

    private List<Finding> accountFaults(Entry entry) {
        return entry.lines().stream()
                .map(Line::account)
                .distinct()
                .filter(code -> chart.find(code).isEmpty())
                .map(code -> refuse("LEDGER-ACCOUNT", entry, code, "Open the account first."))
                .toList();
    }

    private List<Finding> chargeFaults(Entry entry) {
        if (entry.cause().isEmpty()) {
            return List.of();
        }
        return journal.listByCause(entry.cause()).stream()
                .filter(e -> !e.isReversal() && !journal.isReversed(e.id()))
                .map(e ->
                        refuse("CHARGE-TWICE", entry, entry.cause(), "Charged by " + e.id() + "; reverse that first."))
                .toList();
    }

    private List<Finding> reversalFaults(Entry entry) {
        Optional<Entry> original = journal.find(entry.reverses());
        if (original.isEmpty()) {
            return List.of(refuse("REVERSE-UNKNOWN", entry, entry.reverses(), "There is no such entry to reverse."));
        }
        if (journal.isReversed(entry.reverses())) {
            return List.of(refuse("REVERSE-TWICE", entry, entry.reverses(), "It was taken back already."));
        }
        Entry mirror = original.get().reversal(entry.id(), entry.effectiveAt(), entry.text());
        return mirror.equals(entry)
                ? List.of()
                : List.of(refuse(
                        "REVERSE-DIFFERS", entry, entry.reverses(), "A reversal mirrors its original line by line."));
    }

    private List<Finding> negativeFaults(Entry entry) {
        Map<String, Map<String, Long>> moves = new TreeMap<>();
        for (Line line : entry.lines()) {
            if (chart.find(line.account()).filter(a -> !a.mayBeNegative()).isPresent()) {
                moves.computeIfAbsent(line.account(), a -> new TreeMap<>())
                        .merge(line.amount().unit(), line.signed(), Math::addExact);
            }
        }
        List<Finding> findings = new ArrayList<>();
        moves.forEach((account, units) -> units.forEach((unit, move) -> {
            long after = Math.addExact(journal.balance(account, unit), move);
            if (after < 0) {
                String maybe = "The account would stand at " + after + "; " + (after - move) + " is there.";
                findings.add(refuse("LEDGER-NEGATIVE", entry, account + " " + unit, maybe));
            }
        }));
        return findings;
    }

    private static Finding refuse(String rule, Entry entry, String value, String maybe) {
        return Finding.error(rule, Place.of(entry.id()), value, maybe);
    }
}
