package org.tongdao.settlement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.ledger.RateBench;
import org.tongdao.ledger.RateCard;
import org.tongdao.ledger.RateSheet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * The tenant's price lists with zones, bands and surcharges: kept version by version, quoted by the day, tried before they count.
 *
 * <p>A version is never changed; a new one replaces it from a day on. Two versions of one list never count on the same day.
 */
@Component
public class RateCards {

    /** Parcels of one try on the desk. */
    public static final int BENCH = 100;

    private final RateStore store;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RateCards(RateStore store, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The id of a version that was kept, or why it was not. */
    public record Kept(Optional<Long> id, List<Finding> findings) {}

    /** Rows as they stand in a file, with what is wrong in them; nothing is kept. */
    public record Opened(List<RateSheet.Row> rows, List<Finding> findings) {}

    /** A draft beside a kept version. */
    public record Compared(RateVersion before, RateBench bench, List<Finding> findings) {

        /** Decimals of the currency. */
        public int digits() {
            return before.head().currency().getDefaultFractionDigits();
        }

        public BigDecimal amount(long minor) {
            return BigDecimal.valueOf(minor, digits());
        }
    }

    @Transactional(readOnly = true)
    public List<RateVersion> list() {
        return store.list();
    }

    /** Today, where tariffs count. */
    public LocalDate today() {
        return clock.instant().atZone(DueParcel.TARIFF_ZONE).toLocalDate();
    }

    /** A version as the rows of a sheet. */
    @Transactional(readOnly = true)
    public Optional<List<RateSheet.Row>> rows(long id) {
        return store.find(id).map(v -> RateFile.rows(new RateSheet(v.head(), store.card(v))));
    }

    /** The rows of the shipped example, whose figures are assumed. */
    public List<RateSheet.Row> example() {
        return RateFile.example().rows();
    }

    /** Reads a sheet, CSV or XLSX. */
    public Opened open(String name, byte[] content) {
        var file = RateFile.of(name, content);
        var findings = new ArrayList<>(file.findings());
        if (!file.rows().isEmpty() || findings.isEmpty()) {
            findings.addAll(RateSheet.read(name, file.rows()).findings());
        }
        return new Opened(file.rows(), findings);
    }

    /** Keeps a new version; with {@code endEarlier} the version that counts on its first day ends there. */
    public Kept keep(List<RateSheet.Row> rows, boolean endEarlier, String who) {
        var read = RateSheet.read("tariff", rows);
        if (!read.sound()) {
            return new Kept(Optional.empty(), read.findings());
        }
        var sheet = read.sheet().orElseThrow();
        try {
            long id = Objects.requireNonNull(transaction.execute(t -> {
                if (endEarlier) {
                    store.endBefore(sheet.head().name(), sheet.head().from());
                }
                return store.add(sheet, who, clock.instant());
            }));
            return new Kept(Optional.of(id), read.findings());
        } catch (DataIntegrityViolationException e) {
            return new Kept(Optional.empty(), List.of(refused(sheet.head(), String.valueOf(e.getMessage()))));
        }
    }

    private static Finding refused(RateSheet.Head head, String why) {
        return why.contains("rate_card_version")
                ? Finding.error(
                        "RATE-VERSION",
                        Place.of(head.name()),
                        head.version(),
                        "Maybe: give the version another name; one that was kept is never changed")
                : Finding.error(
                        "RATE-OVERLAP",
                        Place.of(head.name()),
                        head.from() + " " + head.to(),
                        "Maybe: end the earlier version on the day on which this one begins");
    }

    /** Ends a version earlier than it was to end, not in the past; nothing when there is nothing to tell. */
    @Transactional
    public Optional<Finding> end(long id, LocalDate day) {
        boolean done = !day.isBefore(today()) && store.end(id, day);
        return done
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "RATE-END",
                        Place.of("tariff"),
                        day.toString(),
                        "Maybe: a day from today on, within the days of the version"));
    }

    /** What a parcel costs by every list that counts on the day and has a price for it. */
    @Transactional(readOnly = true)
    public List<RateQuote> quote(RateCard.Parcel parcel, LocalDate day) {
        return store.on(day).stream()
                .flatMap(v -> store.card(v).price(parcel, day).map(q -> new RateQuote(v, q)).stream())
                .toList();
    }

    /** At most {@value #BENCH} pasted parcels under a kept version and under a draft, each on its own first day or later. */
    @Transactional(readOnly = true)
    public Optional<Compared> compare(long before, RateSheet draft, byte[] pasted) {
        var old = store.find(before);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        if (!old.get().head().currency().equals(draft.head().currency())) {
            return Optional.of(new Compared(old.get(), new RateBench(List.of()), List.of(otherMoney(draft))));
        }
        var file = RateFile.of("parcels.csv", pasted);
        var findings = new ArrayList<Finding>();
        if (file.rows().size() > BENCH) {
            findings.add(Finding.warning(
                    "RATE-MANY",
                    Place.of("parcels.csv"),
                    String.valueOf(file.rows().size()),
                    "Maybe: the first " + BENCH + " are tried; the command tariff bench takes more"));
        }
        var parcels = RateFile.parcels(
                "parcels.csv", new RateFile(file.rows().stream().limit(BENCH).toList(), file.findings()));
        findings.addAll(parcels.findings());
        var bench = RateBench.of(
                new RateBench.Side(store.card(old.get()), old.get().head().from()),
                new RateBench.Side(draft.card(), draft.head().from()),
                parcels.parcels());
        findings.addAll(bench.findings("parcels.csv"));
        return Optional.of(new Compared(old.get(), bench, findings));
    }

    private static Finding otherMoney(RateSheet draft) {
        return Finding.error(
                "RATE-CURRENCY",
                Place.of("tariff"),
                draft.head().currency().getCurrencyCode(),
                "Maybe: versions are compared in one currency only");
    }
}
