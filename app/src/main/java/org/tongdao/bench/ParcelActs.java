package org.tongdao.bench;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.consolidation.HandBags;
import org.tongdao.consolidation.ParcelHere;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** What is done with one parcel on its own: received, labelled, weighed. */
@Component
class ParcelActs {

    private static final long SLACK_G = 50;
    private static final double SLACK = 0.10;
    private static final long HEAVIEST_G = 1_000_000;
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,6}([.,]\\d{1,3})?");

    private final HandBags bags;
    private final JdbcClient jdbc;

    ParcelActs(HandBags bags, JdbcClient jdbc) {
        this.bags = bags;
        this.jdbc = jdbc;
    }

    /** The parcel a code names: its own number, or the order number the merchant printed. */
    Optional<ParcelHere> find(String code) {
        var parsed = ScanCode.of(code);
        if (parsed.kind() == ScanCode.Kind.PARCEL) {
            return bags.findParcel(parsed.text());
        }
        return jdbc.sql("""
                        SELECT p.parcel_no FROM customer_order o JOIN parcel p ON p.tenant_id = o.tenant_id AND p.order_id = o.id
                        WHERE o.tenant_id = current_tenant() AND o.order_no = ? LIMIT 2""").param(code.strip()).query(String.class).list().stream()
                .findFirst()
                .flatMap(bags::findParcel);
    }

    Done receive(ScanInput scan) {
        var parcel = find(scan.code());
        if (parcel.isEmpty()) {
            return unknown(scan);
        }
        var it = parcel.get();
        var named = Done.Named.parcel(it.parcelNo());
        var done = Done.of("RECEIVED", named, "", it.hub() + " · " + it.regime())
                .then(id -> stand("RECEIVED", it.parcelNo(), id));
        return stands("RECEIVED", it.parcelNo())
                .map(when ->
                        Done.refused(named, "", "BENCH-TWICE", when, "It was received before; nothing was counted."))
                .orElseGet(() -> it.isStopped() ? done.doubted(held(it)) : done);
    }

    Done label(ScanInput scan) {
        var parcel = find(scan.code());
        if (parcel.isEmpty()) {
            return unknown(scan);
        }
        var it = parcel.get();
        var named = Done.Named.parcel(it.parcelNo());
        if (it.isStopped()) {
            return Done.refused(named, "", held(it));
        }
        var done = Done.of("LABELLED", named, "", it.hub() + " · " + it.regime())
                .then(id -> stand("LABELLED", it.parcelNo(), id));
        return stands("LABELLED", it.parcelNo())
                .map(when -> Done.refused(
                        named, "", "BENCH-TWICE", when, "It has its label. Print again under Reprint, with a reason."))
                .orElse(done);
    }

    /** First the parcel, then its size if it is measured, last the weight. */
    Done weigh(ScanInput scan) {
        var code = ScanCode.of(scan.code());
        var onScale = scan.target().split("\\|", 2);
        return switch (code.kind()) {
            case SIZE ->
                onScale[0].isEmpty()
                        ? Done.refused(Done.Named.NOBODY, "", "BENCH-NO-PARCEL", scan.code(), "Scan the parcel first.")
                        : Done.of("MEASURED", Done.Named.parcel(onScale[0]), onScale[0], code.text())
                                .next(onScale[0] + "|" + code.text());
            case WEIGHT -> weight(scan, onScale[0], onScale.length > 1 ? onScale[1] : "", code);
            default -> {
                if (!onScale[0].isEmpty() && BARE_NUMBER.matcher(scan.code()).matches()) {
                    yield Done.refused(
                            Done.Named.parcel(onScale[0]),
                            scan.target(),
                            "BENCH-WEIGHT-UNIT",
                            scan.code(),
                            "Give the unit too: 0.5 kg, or 500 g.");
                }
                var parcel = find(scan.code());
                yield parcel.isEmpty()
                        ? unknown(scan)
                        : Done.of(
                                "ON_SCALE",
                                Done.Named.parcel(parcel.get().parcelNo()),
                                parcel.get().parcelNo(),
                                parcel.get().parcelNo());
            }
        };
    }

    private Done weight(ScanInput scan, String parcelNo, String size, ScanCode code) {
        var parcel = bags.findParcel(parcelNo);
        if (parcel.isEmpty()) {
            return Done.refused(Done.Named.NOBODY, "", "BENCH-NO-PARCEL", scan.code(), "Scan the parcel first.");
        }
        var it = parcel.get();
        var named = Done.Named.parcel(it.parcelNo());
        long grams = code.grams().orElse(0);
        if (grams <= 0 || grams > HEAVIEST_G) {
            return Done.refused(named, scan.target(), "BENCH-WEIGHT", scan.code(), "Weigh it again: 1 g to 1,000 kg.");
        }
        var sides = ScanCode.sides(size);
        var done = Done.of("WEIGHED", named, it.parcelNo(), kg(grams))
                .then(id -> record(id, it.id(), grams, sides))
                .next("");
        boolean differs = Math.abs(grams - it.grossG()) > Math.max(SLACK_G, Math.round(SLACK * it.grossG()));
        return differs
                ? done.doubted(Finding.warning(
                        "BENCH-WEIGHT-DIFFERS",
                        Place.of("scan"),
                        kg(grams) + " ≠ " + kg(it.grossG()),
                        "The merchant declared another weight. Look whether it is the right parcel."))
                : done;
    }

    private void record(long scan, long parcel, long grams, int[] sides) {
        jdbc.sql("""
                        INSERT INTO parcel_weight (tenant_id, scan_id, parcel_id, gross_g, length_mm, width_mm, height_mm)
                        VALUES (current_tenant(), ?, ?, ?, nullif(?, 0), nullif(?, 0), nullif(?, 0))""")
                .params(scan, parcel, grams)
                .params(side(sides, 0), side(sides, 1), side(sides, 2))
                .update();
    }

    /** 0 when it was not measured. */
    private static int side(int[] sides, int i) {
        return sides.length > i ? sides[i] : 0;
    }

    static String kg(long grams) {
        return java.math.BigDecimal.valueOf(grams, 3).toPlainString() + " kg";
    }

    /** When and by whom it was done before, if it stands. */
    Optional<String> stands(String act, String subject) {
        return jdbc.sql("""
                        SELECT to_char(s.scanned_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') || ' · ' || s.actor || ' · ' || s.place
                        FROM standing_scan x JOIN scan s ON s.tenant_id = x.tenant_id AND s.id = x.scan_id
                        WHERE x.tenant_id = current_tenant() AND x.act = ? AND x.subject = ?""").params(act, subject).query(String.class).optional();
    }

    void stand(String act, String subject, long scan) {
        jdbc.sql("INSERT INTO standing_scan (tenant_id, act, subject, scan_id) VALUES (current_tenant(), ?, ?, ?)")
                .params(act, subject, scan)
                .update();
    }

    static Finding held(ParcelHere parcel) {
        String rule = parcel.stop().equals("RETURN") ? "BENCH-RETURNED" : "BENCH-HELD";
        return Finding.warning(rule, Place.of("scan"), parcel.stopReason(), "Put it on the hold shelf.");
    }

    static Done unknown(ScanInput scan) {
        return Done.refused(
                Done.Named.NOBODY,
                scan.target(),
                "BENCH-UNKNOWN",
                scan.code(),
                "Nobody sent an order with this number. Put it on the unknown shelf.");
    }
}
