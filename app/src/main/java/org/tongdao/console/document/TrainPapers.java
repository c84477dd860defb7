package org.tongdao.console.document;

import static org.tongdao.console.document.Paper.Column.number;
import static org.tongdao.console.document.Paper.Column.text;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.frame.Places;

/** The papers of a train: which container on which wagon, what is in them, and the data of its consignment note. */
@Component
class TrainPapers {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final JdbcClient jdbc;
    private final Places places;

    TrainPapers(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    record Head(
            long id,
            String trainNo,
            int gaugeMm,
            String fromNode,
            String toNode,
            OffsetDateTime plannedDeparture,
            long grossG,
            String sender) {}

    record Load(
            int position,
            String wagonNo,
            String model,
            String containerNo,
            String typeCode,
            @Nullable String sealNo,
            String hub,
            int bags,
            int parcels,
            long tareG,
            long grossG) {}

    record Goods(
            String heading, String name, long parcels, long quantity, long netG, BigDecimal value, String currency) {}

    record Row(
            String containerNo,
            String sscc,
            String parcelNo,
            String country,
            String goods,
            String hs,
            long quantity,
            long grossG,
            BigDecimal value,
            String currency) {}

    /** Container by container, from the locomotive. */
    @Transactional(readOnly = true)
    public Optional<Paper> containers(String trainNo, Locale language) {
        return head(trainNo)
                .map(head -> new Paper(
                        "doc.containers", head.trainNo(), facts(head, language), List.of(loads(head, language)), ""));
    }

    /** Parcel by parcel. */
    @Transactional(readOnly = true)
    public Optional<Paper> manifest(String trainNo, Locale language) {
        return head(trainNo)
                .map(head ->
                        new Paper("doc.manifest", head.trainNo(), facts(head, language), List.of(parcels(head)), ""));
    }

    /** What goes into a CIM or SMGS consignment note, in the order in which a clerk types it. It is no consignment note. */
    @Transactional(readOnly = true)
    public Optional<Paper> consignment(String trainNo, Locale language) {
        return head(trainNo)
                .map(head -> new Paper(
                        "doc.consignment",
                        head.trainNo(),
                        facts(head, language),
                        List.of(goods(head), loads(head, language)),
                        "doc.consignment.note"));
    }

    private Optional<Head> head(String trainNo) {
        return jdbc.sql("""
                SELECT t.id, t.train_no, t.gauge_mm, t.from_node, t.to_node, t.planned_departure, t.gross_g, n.name AS sender
                FROM train t JOIN tenant n ON n.id = t.tenant_id WHERE t.tenant_id = current_tenant() AND t.train_no = ?""").param(trainNo).query(Head.class).optional();
    }

    private List<Paper.Fact> facts(Head head, Locale language) {
        return List.of(
                new Paper.Fact("doc.sender", head.sender()),
                new Paper.Fact("doc.from", places.name(head.fromNode(), language) + " (" + head.fromNode() + ")"),
                new Paper.Fact("doc.to", places.name(head.toNode(), language) + " (" + head.toNode() + ")"),
                new Paper.Fact(
                        "doc.departure", UTC.format(head.plannedDeparture().withOffsetSameInstant(ZoneOffset.UTC))),
                new Paper.Fact("doc.gauge", head.gaugeMm() + " mm"),
                new Paper.Fact("doc.trainMass", kg(head.grossG()) + " kg"));
    }

    private Paper.Table loads(Head head, Locale language) {
        var loads = jdbc.sql("""
                SELECT w.position, w.wagon_no, w.model, c.container_no, c.type_code, c.seal_no, c.hub, c.bags, c.parcels, c.tare_g, c.gross_g
                FROM wagon_load l JOIN train_wagon w ON w.tenant_id = l.tenant_id AND w.train_id = l.train_id AND w.position = l.position
                JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                WHERE l.tenant_id = current_tenant() AND l.train_id = ? ORDER BY w.position, l.slot""").param(head.id()).query(Load.class).list();
        var rows = loads.stream()
                .map(l -> List.of(
                        "" + l.position(),
                        l.wagonNo(),
                        l.model(),
                        l.containerNo(),
                        l.typeCode(),
                        l.sealNo() == null ? "" : l.sealNo(),
                        places.name(l.hub(), language),
                        "" + l.bags(),
                        "" + l.parcels(),
                        kg(l.grossG() - l.tareG()),
                        kg(l.grossG())))
                .toList();
        return new Paper.Table(
                "doc.containers",
                List.of(
                        number("doc.no", 3),
                        text("col.wagon", 9),
                        text("col.model", 7),
                        text("col.container", 12),
                        text("col.type", 6),
                        text("col.seal", 11),
                        text("col.hub", 12),
                        number("doc.bags", 6),
                        number("col.parcels", 8),
                        number("doc.contentKg", 11),
                        number("col.grossKg", 11)),
                rows,
                List.of(
                        "",
                        "",
                        "",
                        "" + loads.size(),
                        "",
                        "",
                        "",
                        "" + loads.stream().mapToInt(Load::bags).sum(),
                        "" + loads.stream().mapToInt(Load::parcels).sum(),
                        kg(loads.stream().mapToLong(l -> l.grossG() - l.tareG()).sum()),
                        kg(loads.stream().mapToLong(Load::grossG).sum())));
    }

    private static final String INSIDE = """
            FROM wagon_load l JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            JOIN container_bag cb ON cb.tenant_id = c.tenant_id AND cb.container_id = c.id
            JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
            JOIN bag_parcel bp ON bp.tenant_id = b.tenant_id AND bp.bag_id = b.id
            JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
            JOIN order_line o ON o.tenant_id = p.tenant_id AND o.order_id = p.order_id
            WHERE l.tenant_id = current_tenant() AND l.train_id = ?
            """;

    private Paper.Table goods(Head head) {
        var rows = jdbc
                .sql(
                        "SELECT substr(o.hs, 1, 4) AS heading, min(o.name_en) AS name, count(DISTINCT p.id) AS parcels, sum(o.quantity) AS quantity,"
                                + " sum(o.net_g) AS net_g, sum(o.unit_price * o.quantity) AS value, p.currency "
                                + INSIDE
                                + "GROUP BY 1, p.currency ORDER BY 1, p.currency")
                .param(head.id())
                .query(Goods.class)
                .list()
                .stream()
                .map(g -> List.of(
                        g.heading(),
                        g.name(),
                        "" + g.parcels(),
                        "" + g.quantity(),
                        kg(g.netG()),
                        money(g.value()),
                        g.currency()))
                .toList();
        return new Paper.Table(
                "doc.goods",
                List.of(
                        text("doc.heading", 8),
                        text("doc.example", 30),
                        number("col.parcels", 8),
                        number("doc.quantity", 8),
                        number("doc.netKg", 10),
                        number("col.value", 12),
                        text("doc.currency", 6)),
                rows,
                List.of());
    }

    private Paper.Table parcels(Head head) {
        var rows = jdbc.sql(
                        "SELECT c.container_no, b.sscc, p.parcel_no, p.country, min(o.name_en) AS goods, min(o.hs) AS hs, sum(o.quantity) AS quantity,"
                                + " p.gross_g, p.goods_value AS value, p.currency " + INSIDE
                                + "GROUP BY l.position, l.slot, c.container_no, cb.sequence, b.sscc, p.id, p.parcel_no, p.country, p.gross_g, p.goods_value, p.currency"
                                + " ORDER BY l.position, l.slot, cb.sequence, p.id")
                .param(head.id())
                .query(Row.class)
                .list();
        var cells = rows.stream()
                .map(r -> List.of(
                        r.containerNo(),
                        r.sscc(),
                        r.parcelNo(),
                        r.country(),
                        r.goods(),
                        r.hs(),
                        "" + r.quantity(),
                        kg(r.grossG()),
                        money(r.value()),
                        r.currency()))
                .toList();
        return new Paper.Table(
                "doc.parcels",
                List.of(
                        text("col.container", 11),
                        text("col.bag", 17),
                        text("col.parcel", 13),
                        text("col.country", 5),
                        text("doc.goodsName", 20),
                        text("doc.hs", 10),
                        number("doc.quantity", 6),
                        number("col.kg", 7),
                        number("col.value", 9),
                        text("doc.currency", 5)),
                cells,
                List.of(
                        "",
                        "",
                        "" + rows.size(),
                        "",
                        "",
                        "",
                        "",
                        kg(rows.stream().mapToLong(Row::grossG).sum()),
                        "",
                        ""));
    }

    static String kg(long grams) {
        return BigDecimal.valueOf(grams, 3)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    static String money(BigDecimal value) {
        return value.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
    }
}
