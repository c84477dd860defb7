package org.tongdao.console.document;

import static org.tongdao.console.document.Paper.Column.number;
import static org.tongdao.console.document.Paper.Column.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.frame.Places;

/** The packing list of a container, and the data of a parcel's postal declaration. */
@Component
class UnitPapers {

    private final JdbcClient jdbc;
    private final Places places;

    UnitPapers(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    record Box(
            long id,
            String containerNo,
            String typeCode,
            @Nullable String sealNo,
            String hub,
            String regime,
            long tareG,
            long grossG,
            String sender) {}

    record Bag(int sequence, String sscc, int parcels, long netG, long grossG, String goods) {}

    record Post(
            long orderId,
            String parcelNo,
            String sender,
            String merchant,
            String name,
            String phone,
            String address,
            String city,
            String postcode,
            String country,
            long grossG,
            BigDecimal value,
            String currency) {}

    record Line(String nameEn, String hs, String origin, int quantity, long netG, BigDecimal unitPrice) {}

    /** Bag by bag, in the order of loading. */
    @Transactional(readOnly = true)
    public Optional<Paper> packing(long container, Locale language) {
        return jdbc.sql("""
                SELECT c.id, c.container_no, c.type_code, c.seal_no, c.hub, c.regime, c.tare_g, c.gross_g, n.name AS sender
                FROM container c JOIN tenant n ON n.id = c.tenant_id WHERE c.tenant_id = current_tenant() AND c.id = ?""")
                .param(container)
                .query(Box.class)
                .optional()
                .map(box -> new Paper(
                        "doc.packing",
                        box.containerNo(),
                        List.of(
                                new Paper.Fact("doc.sender", box.sender()),
                                new Paper.Fact("col.hub", places.name(box.hub(), language)),
                                new Paper.Fact("col.type", box.typeCode()),
                                new Paper.Fact("col.seal", box.sealNo() == null ? "" : box.sealNo()),
                                new Paper.Fact("col.regime", box.regime()),
                                new Paper.Fact("doc.tare", TrainPapers.kg(box.tareG()) + " kg"),
                                new Paper.Fact("col.grossKg", TrainPapers.kg(box.grossG()))),
                        List.of(bags(box.id())),
                        ""));
    }

    private Paper.Table bags(long container) {
        var bags = jdbc.sql("""
                SELECT cb.sequence, b.sscc, b.parcels, b.gross_g,
                       (SELECT coalesce(sum(p.net_g), 0) FROM bag_parcel bp JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                        WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id) AS net_g,
                       (SELECT coalesce(string_agg(g.name, ', '), '') FROM (
                            SELECT min(o.name_en) AS name FROM bag_parcel bp JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
                            JOIN order_line o ON o.tenant_id = p.tenant_id AND o.order_id = p.order_id
                            WHERE bp.tenant_id = b.tenant_id AND bp.bag_id = b.id GROUP BY substr(o.hs, 1, 4) ORDER BY count(*) DESC, 1 LIMIT 4) g) AS goods
                FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
                WHERE cb.tenant_id = current_tenant() AND cb.container_id = ? ORDER BY cb.sequence""").param(container).query(Bag.class).list();
        return new Paper.Table(
                "doc.packing",
                List.of(
                        number("doc.no", 3),
                        text("col.bag", 16),
                        number("col.parcels", 7),
                        number("doc.netKg", 9),
                        number("col.grossKg", 9),
                        text("doc.goodsName", 40)),
                bags.stream()
                        .map(b -> List.of(
                                "" + b.sequence(),
                                b.sscc(),
                                "" + b.parcels(),
                                TrainPapers.kg(b.netG()),
                                TrainPapers.kg(b.grossG()),
                                b.goods()))
                        .toList(),
                List.of(
                        "",
                        "" + bags.size(),
                        "" + bags.stream().mapToInt(Bag::parcels).sum(),
                        TrainPapers.kg(bags.stream().mapToLong(Bag::netG).sum()),
                        TrainPapers.kg(bags.stream().mapToLong(Bag::grossG).sum()),
                        ""));
    }

    /** What a CN22 or CN23 of the Universal Postal Union asks for. It is no form of the post. */
    @Transactional(readOnly = true)
    public Optional<Paper> postal(String parcelNo) {
        return jdbc.sql("""
                SELECT o.id AS order_id, p.parcel_no, n.name AS sender, o.merchant, o.consignee_name AS name, o.consignee_phone AS phone,
                       o.consignee_address AS address, o.consignee_city AS city, o.consignee_postcode AS postcode, o.country, p.gross_g, p.goods_value AS value, p.currency
                FROM parcel p JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id JOIN tenant n ON n.id = p.tenant_id
                WHERE p.tenant_id = current_tenant() AND p.parcel_no = ?""")
                .param(parcelNo)
                .query(Post.class)
                .optional()
                .map(post -> new Paper(
                        "doc.postal",
                        post.parcelNo(),
                        List.of(
                                new Paper.Fact("doc.sender", post.merchant() + " / " + post.sender()),
                                new Paper.Fact(
                                        "col.grossKg",
                                        BigDecimal.valueOf(post.grossG(), 3).toPlainString()),
                                new Paper.Fact("col.value", TrainPapers.money(post.value()) + " " + post.currency()),
                                new Paper.Fact("doc.addressee", post.name()),
                                new Paper.Fact("doc.phone", post.phone()),
                                new Paper.Fact("doc.address", post.address()),
                                new Paper.Fact(
                                        "doc.cityCountry",
                                        post.postcode() + " " + post.city() + ", " + post.country())),
                        List.of(contents(post)),
                        "doc.postal.note"));
    }

    private Paper.Table contents(Post post) {
        var rows = jdbc.sql("""
                SELECT name_en, hs, origin, quantity, net_g, unit_price FROM order_line
                WHERE tenant_id = current_tenant() AND order_id = ? ORDER BY line_no""").param(post.orderId()).query(Line.class).list().stream()
                .map(l -> List.of(
                        l.nameEn(),
                        "" + l.quantity(),
                        BigDecimal.valueOf(l.netG(), 3).toPlainString(),
                        TrainPapers.money(l.unitPrice().multiply(BigDecimal.valueOf(l.quantity()))),
                        post.currency(),
                        l.hs().substring(0, Math.min(6, l.hs().length())),
                        l.origin()))
                .toList();
        return new Paper.Table(
                "doc.contents",
                List.of(
                        text("doc.goodsName", 34),
                        number("doc.quantity", 7),
                        number("doc.netKg", 9),
                        number("col.value", 10),
                        text("doc.currency", 7),
                        text("doc.hs", 10),
                        text("doc.origin", 7)),
                rows,
                List.of());
    }
}
