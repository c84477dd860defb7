package org.tongdao.declaration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.FarAssessment;
import org.tongdao.customs.FarParcel;
import org.tongdao.customs.FarSide;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;
import org.tongdao.terms.Place;

/** What parcels cost and lack where they arrive (EU, EAEU), out of what the database and {@code data/parties.csv} know of them. */
@Component
@Lazy
public class Arrivals {

    private static final ZoneId UNION = ZoneId.of("Europe/Brussels");
    private static final Map<String, ZoneId> ZONES = Map.of(
            "KZ", ZoneId.of("Asia/Almaty"),
            "KG", ZoneId.of("Asia/Bishkek"),
            "AM", ZoneId.of("Asia/Yerevan"),
            "BY", ZoneId.of("Europe/Minsk"),
            "RU", ZoneId.of("Europe/Moscow"));

    private static final String HEAD = """
            SELECT p.parcel_no, o.country, o.consignee_name, o.consignee_address || ', ' || o.consignee_city AS address, p.gross_g, o.currency, p.order_id, o.ioss_no,
                   o.platform, o.order_no, way.departed_at,
                   least(way.arrived_at, (SELECT min(f.at) FROM parcel_fact f WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id)) AS arrived_at
            FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            LEFT JOIN LATERAL (
                SELECT min(w.arrived_at) AS arrived_at, min(d.at) AS departed_at
                FROM bag_parcel bp
                JOIN container_bag kb ON kb.tenant_id = bp.tenant_id AND kb.bag_id = bp.bag_id
                LEFT JOIN warehouse_arrival w ON w.tenant_id = kb.tenant_id AND w.container_id = kb.container_id
                LEFT JOIN container_leg l ON l.tenant_id = kb.tenant_id AND l.container_id = kb.container_id
                LEFT JOIN train_fact d ON d.tenant_id = l.tenant_id AND d.train_id = l.train_id AND d.milestone = 'T090'
                WHERE bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id) way ON true
            WHERE p.tenant_id = current_tenant() AND p.id = ?
            """;
    private static final String LINES = """
            SELECT hs, name_en, quantity * unit_price AS value, origin, sku, product_id FROM order_line
            WHERE tenant_id = current_tenant() AND order_id = ? ORDER BY line_no
            """;

    private final JdbcClient jdbc;
    private final FarSide far = Books.farSide();
    private final EuroRates rates = Books.euroRates();
    private final String sender = Books.parties().companyName();
    private final String declarant = Books.code("eu-declarant");
    private final String operator = Books.code("eaeu-operator");

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What we say of a parcel.
     *
     * @param day whose rules count, where it arrives
     * @param dayOf what happened on that day
     * @param assessment figures with trace, version and mark; absent when there is no rate or no rule
     * @param findings what is missing or wrong
     * @param rateMark how sure the rate into euro is
     */
    public record Arrival(
            LocalDate day, DayOf dayOf, Optional<FarAssessment> assessment, List<Finding> findings, String rateMark) {}

    /** Why a day counts: the parcel arrived, it left and did not arrive yet, or it is still here. */
    public enum DayOf {
        ARRIVED,
        DEPARTED,
        TODAY
    }

    private record Head(
            String parcelNo,
            String country,
            String consigneeName,
            String address,
            long grossG,
            String currency,
            long orderId,
            String iossNo,
            String platform,
            String orderNo,
            @Nullable Timestamp departedAt,
            @Nullable Timestamp arrivedAt) {

        DayOf dayOf() {
            return arrivedAt != null ? DayOf.ARRIVED : departedAt != null ? DayOf.DEPARTED : DayOf.TODAY;
        }

        LocalDate day(Instant now) {
            var at = arrivedAt != null ? arrivedAt : departedAt;
            return (at == null ? now : at.toInstant())
                    .atZone(ZONES.getOrDefault(country, UNION))
                    .toLocalDate();
        }
    }

    private record Line(String hs, String nameEn, BigDecimal value, String origin, String sku, String productId) {}

    /**
     * What a parcel costs and lacks by the rules of its day: that of its arrival, else of its departure, else today; empty when there is no such parcel.
     */
    @Transactional(readOnly = true)
    public Optional<Arrival> find(long parcelId, Instant now) {
        return jdbc.sql(HEAD).param(parcelId).query(Head.class).optional().map(head -> arrival(head, head.day(now)));
    }

    private Arrival arrival(Head head, LocalDate day) {
        var rate = rates.on(head.currency(), day);
        if (rate.isEmpty()) {
            return nothing(
                    day, head, "FAR-RATE", head.currency(), "Add the rate of this currency to data/eur-rates.csv.");
        }
        var assessed = far.assess(parcel(head, rate.get().eur()), day);
        return assessed.isEmpty()
                ? nothing(
                        day,
                        head,
                        "FAR-COUNTRY",
                        head.country(),
                        "We hold no rules of this country; ask the partner there what it wants.")
                : new Arrival(
                        day,
                        head.dayOf(),
                        assessed,
                        assessed.get().findings(),
                        rate.get().mark());
    }

    private static Arrival nothing(LocalDate day, Head head, String rule, String value, String maybe) {
        var why = Finding.warning(rule, Place.of(head.parcelNo()), value, maybe);
        return new Arrival(day, head.dayOf(), Optional.empty(), List.of(why), "");
    }

    private FarParcel parcel(Head head, BigDecimal eur) {
        var items = jdbc.sql(LINES).param(head.orderId()).query(Line.class).list().stream()
                .map(line -> new FarParcel.Item(
                        new HsCode(line.hs()),
                        line.nameEn(),
                        line.value().multiply(eur).setScale(2, RoundingMode.HALF_UP),
                        line.origin(),
                        line.sku(),
                        line.productId()))
                .toList();
        return new FarParcel(
                head.parcelNo(),
                head.country(),
                sender,
                head.consigneeName(),
                head.address(),
                head.iossNo(),
                declarant,
                operator,
                new FarParcel.Sale(head.platform(), head.orderNo()),
                head.grossG(),
                BigDecimal.ZERO,
                items);
    }
}
