package org.tongdao.console.rooms;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One order with everything that hangs on it. */
@Component
class OrderReader {

    record Order(
            long id,
            String orderNo,
            String platform,
            String merchant,
            String paymentNo,
            OffsetDateTime orderedAt,
            String regime,
            String currency,
            BigDecimal goodsValue,
            String consigneeName,
            String consigneePhone,
            String consigneeAddress,
            String consigneeCity,
            String consigneePostcode,
            String iossNo,
            String country,
            long batchId,
            String fileName,
            long firstLine,
            @Nullable Long parcelId,
            @Nullable String parcelNo,
            @Nullable String hub,
            @Nullable Long grossG,
            @Nullable Integer lengthMm,
            @Nullable Integer widthMm,
            @Nullable Integer heightMm,
            String state) {

        public String tone() {
            return State.valueOf(state).tone;
        }
    }

    record Line(
            int lineNo,
            String sku,
            String nameZh,
            String nameEn,
            String hs,
            int quantity,
            String unit,
            BigDecimal unitPrice,
            long netG,
            long grossG,
            String origin,
            String productId) {}

    record Declared(
            String copNo,
            int attempt,
            boolean live,
            OffsetDateTime createdAt,
            @Nullable String invtNo,
            @Nullable OffsetDateTime releasedAt) {}

    record Charge(
            String lane,
            String tariffVersion,
            long actualG,
            long volumetricG,
            long chargeableG,
            long amountMinor,
            String currency,
            OffsetDateTime departedAt) {}

    /** Lines a page shows: an order may have thousands. */
    static final int LINES = 200;

    private final JdbcClient jdbc;

    OrderReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Order> find(long id) {
        return jdbc.sql("""
            SELECT o.id, o.order_no, o.platform, o.merchant, o.payment_no, o.ordered_at, o.regime, o.currency, o.goods_value, o.consignee_name,
                   o.consignee_phone, o.consignee_address, o.consignee_city, o.consignee_postcode, o.ioss_no, o.country, o.batch_id, coalesce(b.file_name, '') AS file_name, o.first_line,
                   p.id AS parcel_id, p.parcel_no, p.hub, p.gross_g, p.length_mm, p.width_mm, p.height_mm, %s AS state
            FROM customer_order o
            LEFT JOIN order_batch b ON b.tenant_id = o.tenant_id AND b.id = o.batch_id
            LEFT JOIN parcel p ON p.tenant_id = o.tenant_id AND p.order_id = o.id
            WHERE o.tenant_id = current_tenant() AND o.id = ?\
            """.formatted(State.expression()))
                .param(id)
                .query(Order.class)
                .optional();
    }

    /** A page of lines that begins below this one, one more than it shows. */
    @Transactional(readOnly = true)
    public List<Line> lines(long order, int after) {
        return jdbc.sql("""
            SELECT line_no, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g, gross_g, origin, product_id
            FROM order_line WHERE tenant_id = current_tenant() AND order_id = ? AND line_no > ? ORDER BY line_no LIMIT ?\
            """).params(order, after, LINES + 1).query(Line.class).list();
    }

    @Transactional(readOnly = true)
    public List<Declared> declarations(long parcel) {
        return jdbc.sql("""
            SELECT d.cop_no, d.attempt, d.live, d.created_at, c.invt_no, c.released_at
            FROM declaration d
            LEFT JOIN clearance c ON c.tenant_id = d.tenant_id AND c.parcel_id = d.parcel_id AND c.declaration_id = d.id
            WHERE d.tenant_id = current_tenant() AND d.parcel_id = ? ORDER BY d.attempt\
            """).param(parcel).query(Declared.class).list();
    }

    @Transactional(readOnly = true)
    public List<Charge> charges(long parcel) {
        return jdbc.sql("""
            SELECT lane, tariff_version, actual_g, volumetric_g, chargeable_g, amount_minor, currency, departed_at
            FROM freight_charge WHERE tenant_id = current_tenant() AND parcel_id = ? ORDER BY turn\
            """).param(parcel).query(Charge.class).list();
    }

    record Tree(
            long bagId,
            String sscc,
            int bagParcels,
            long bagGrossG,
            @Nullable Long containerId,
            @Nullable String containerNo,
            @Nullable String typeCode,
            @Nullable String sealNo,
            @Nullable Integer sequence) {}

    record Ride(
            int legNo,
            String mode,
            String fromNode,
            String toNode,
            OffsetDateTime plannedDepart,
            OffsetDateTime plannedArrive,
            @Nullable String trainNo,
            @Nullable Integer wagon,
            @Nullable String wagonNo) {}

    @Transactional(readOnly = true)
    public Optional<Tree> tree(long parcel) {
        return jdbc.sql("""
            SELECT b.id AS bag_id, b.sscc, b.parcels AS bag_parcels, b.gross_g AS bag_gross_g, c.id AS container_id, c.container_no, c.type_code, c.seal_no, cb.sequence
            FROM bag_parcel bp
            JOIN bag b ON b.tenant_id = bp.tenant_id AND b.id = bp.bag_id
            LEFT JOIN container_bag cb ON cb.tenant_id = b.tenant_id AND cb.bag_id = b.id
            LEFT JOIN container c ON c.tenant_id = cb.tenant_id AND c.id = cb.container_id
            WHERE bp.tenant_id = current_tenant() AND bp.parcel_id = ?\
            """).param(parcel).query(Tree.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Ride> rides(long container) {
        return jdbc.sql("""
            SELECT l.leg_no, l.mode, l.from_node, l.to_node, l.planned_depart, l.planned_arrive, t.train_no, wl.position AS wagon, w.wagon_no
            FROM container_leg l
            LEFT JOIN train t ON t.tenant_id = l.tenant_id AND t.id = l.train_id
            LEFT JOIN wagon_load wl ON wl.tenant_id = l.tenant_id AND wl.train_id = l.train_id AND wl.container_id = l.container_id
            LEFT JOIN train_wagon w ON w.tenant_id = wl.tenant_id AND w.train_id = wl.train_id AND w.position = wl.position
            WHERE l.tenant_id = current_tenant() AND l.container_id = ? ORDER BY l.leg_no\
            """).param(container).query(Ride.class).list();
    }
}
