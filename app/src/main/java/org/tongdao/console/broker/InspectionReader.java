package org.tongdao.console.broker;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customs' hit list with where each parcel lies, and the calendar of reservations. */
@Component
class InspectionReader {

    /** Parcels on one page. */
    static final int PAGE = 200;

    /** A parcel that customs wants to see; place, bag and container as far as it went. */
    record Hit(
            String parcelNo,
            long orderId,
            String orderNo,
            String country,
            OffsetDateTime since,
            String code,
            String info,
            @Nullable String place,
            @Nullable String bag,
            @Nullable Long containerId,
            @Nullable String containerNo,
            @Nullable Integer sequence,
            @Nullable Long slotId,
            @Nullable OffsetDateTime startsAt,
            @Nullable String slotPlace) {}

    record Slot(
            long id,
            String place,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            int capacity,
            int booked,
            long waiting) {

        public int share() {
            return 100 * booked / capacity;
        }

        public boolean isFull() {
            return booked >= capacity;
        }
    }

    private static final String HITS = """
            SELECT q.subject AS parcel_no, p.order_id, q.order_no, q.country, q.since, q.code, q.info, s.place, g.sscc AS bag,
                   k.id AS container_id, k.container_no, cb.sequence, t.id AS slot_id, t.starts_at, t.place AS slot_place
            FROM (SELECT DISTINCT ON (subject) * FROM broker_queue
                  WHERE tenant_id = current_tenant() AND cause = 'INSPECTION' AND subject > :after ORDER BY subject, document LIMIT :limit) q
            JOIN parcel p ON p.tenant_id = q.tenant_id AND p.id = q.parcel_id
            LEFT JOIN LATERAL (SELECT place FROM scan s WHERE s.tenant_id = q.tenant_id AND s.subject = q.subject AND s.place <> '' AND s.act <> ''
                               ORDER BY id DESC LIMIT 1) s ON true
            LEFT JOIN bag_parcel bp ON bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id
            LEFT JOIN bag g ON g.tenant_id = bp.tenant_id AND g.id = bp.bag_id
            LEFT JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
            LEFT JOIN container k ON k.tenant_id = cb.tenant_id AND k.id = cb.container_id
            LEFT JOIN inspection_booking b ON b.tenant_id = p.tenant_id AND b.parcel_id = p.id
            LEFT JOIN inspection_slot t ON t.tenant_id = b.tenant_id AND t.id = b.slot_id
            ORDER BY q.subject
            """;
    /** {@code waiting}: booked and not released yet. */
    private static final String SLOTS = """
            SELECT t.id, t.place, t.starts_at, t.ends_at, t.capacity, t.booked,
                   (SELECT count(*) FROM inspection_booking b WHERE b.tenant_id = t.tenant_id AND b.slot_id = t.id
                    AND NOT EXISTS (SELECT FROM clearance c WHERE c.tenant_id = b.tenant_id AND c.parcel_id = b.parcel_id)) AS waiting
            FROM inspection_slot t WHERE t.tenant_id = current_tenant() AND t.ends_at > :since ORDER BY t.starts_at, t.place LIMIT 200
            """;

    private final JdbcClient jdbc;

    InspectionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Hit> hits(String after) {
        return jdbc.sql(HITS)
                .param("after", after)
                .param("limit", PAGE)
                .query(Hit.class)
                .list();
    }

    /** Times that end after an instant, the next 200. */
    @Transactional(readOnly = true)
    public List<Slot> slots(Instant since) {
        return jdbc.sql(SLOTS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Slot.class)
                .list();
    }
}
