package org.tongdao.console.merchant;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels in overseas warehouses, counted from recorded facts; a merchant's person sees his own by row-level security. */
@Component
@Transactional(readOnly = true)
class StockReader {

    /** Containers that came longer ago than this are asked for no more. */
    static final int DAYS = 90;

    private static final String STANDING = """
            SELECT p.hub, s.state, count(*) AS parcels, sum(p.gross_g) AS gross_g, min(w.arrived_at) AS oldest
            FROM warehouse_arrival w
            JOIN container_bag cb ON cb.tenant_id = w.tenant_id AND cb.container_id = w.container_id
            JOIN bag_parcel bp ON bp.tenant_id = cb.tenant_id AND bp.bag_id = cb.bag_id
            JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
            CROSS JOIN LATERAL (
                SELECT bool_or(f.milestone = 'T250') AS delivered, bool_or(f.milestone = 'T900') AS returned,
                       bool_or(f.milestone = 'T240') AS failed, bool_or(f.milestone = 'T230') AS out
                FROM parcel_fact f WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id) f
            CROSS JOIN LATERAL (SELECT CASE WHEN f.returned THEN 'RETURNED' WHEN f.failed THEN 'FAILED' WHEN f.out THEN 'OUT' ELSE 'AT_HUB' END AS state) s
            WHERE w.tenant_id = current_tenant() AND w.arrived_at > coalesce((SELECT now FROM work_clock WHERE tenant_id = current_tenant()), now()) - make_interval(days => ?)
              AND NOT coalesce(f.delivered, false)
            GROUP BY p.hub, s.state ORDER BY p.hub, s.state
            """;
    private static final String RETURNS = """
            SELECT p.parcel_no, o.id AS order_id, o.order_no, p.hub, r.cause, r.opened_at, r.duty_free_until
            FROM return_case r
            JOIN parcel p ON p.tenant_id = r.tenant_id AND p.id = r.parcel_id
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
            WHERE r.tenant_id = current_tenant() ORDER BY r.opened_at DESC, p.parcel_no LIMIT 200
            """;

    private final JdbcClient jdbc;

    StockReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many stand at a hub in one state, and since when the oldest. */
    record Row(String hub, String state, long parcels, long grossG, OffsetDateTime oldest) {}

    /** A parcel that came back; {@code dutyFreeUntil} when a rule lets it come home without duty. */
    record Returned(
            String parcelNo,
            long orderId,
            String orderNo,
            String hub,
            String cause,
            OffsetDateTime openedAt,
            @Nullable LocalDate dutyFreeUntil) {}

    List<Row> standing() {
        return jdbc.sql(STANDING).param(DAYS).query(Row.class).list();
    }

    List<Returned> returns() {
        return jdbc.sql(RETURNS).query(Returned.class).list();
    }
}
