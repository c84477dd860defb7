package org.tongdao.console.broker;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs of the goods screening, and what the latest one met among the parcels that have not departed. */
@Component
class ScreeningReader {

    record Run(String listVersion, OffsetDateTime at, int goods, int parcels, int hits, int fresh) {}

    record Hit(
            long orderId,
            String orderNo,
            String parcelNo,
            String country,
            String entry,
            String kind,
            String matched,
            String reasonZh,
            String reasonEn,
            OffsetDateTime foundAt) {

        public String tone() {
            return kind.equals("PROHIBITED") ? "bad" : "warn";
        }

        public String reason(String language) {
            return language.equals("zh") ? reasonZh : reasonEn;
        }
    }

    private final JdbcClient jdbc;

    ScreeningReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Run> runs() {
        return jdbc.sql("""
                SELECT list_version, at, goods, parcels, hits, fresh FROM screening_run WHERE tenant_id = current_tenant() ORDER BY id DESC LIMIT 12
                """).query(Run.class).list();
    }

    /** The worst and newest five hundred. */
    @Transactional(readOnly = true)
    public List<Hit> hits() {
        return jdbc.sql("""
                SELECT p.order_id, o.order_no, p.parcel_no, p.country, h.entry, h.kind, h.matched, h.reason_zh, h.reason_en, h.found_at
                FROM screening_hit h
                JOIN parcel p ON p.tenant_id = h.tenant_id AND p.id = h.parcel_id
                JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
                WHERE h.tenant_id = current_tenant()
                ORDER BY array_position(ARRAY['PROHIBITED', 'RESTRICTED', 'DANGEROUS'], h.kind), h.found_at DESC, p.parcel_no LIMIT 500
                """).query(Hit.class).list();
    }
}
