package org.tongdao.console.broker;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trains and import bills with what the site reported of them, and the reports. */
@Component
class SiteReader {

    /** A train that takes parcels out of the country; {@code leftAt} is absent until the border told so. */
    record Train(
            long id,
            String trainNo,
            long parcels,
            long arrived,
            long departed,
            @Nullable OffsetDateTime leftAt) {}

    /** An import bill with its declared parcels. */
    record Bill(String billNo, long parcels, long inbound) {}

    /** A report and what became of it. */
    record Report(
            String number,
            String kind,
            String about,
            long parcels,
            String askedBy,
            OffsetDateTime askedAt,
            @Nullable String outcome,
            @Nullable String info,
            boolean standing,
            boolean done) {

        public String tone() {
            return done ? "ok" : standing ? "" : "bad";
        }
    }

    private static final String TRAINS = """
            WITH latest AS (
                SELECT t.tenant_id, t.id, t.train_no FROM train t
                WHERE t.tenant_id = current_tenant() AND EXISTS (
                    SELECT FROM container_leg l WHERE l.tenant_id = t.tenant_id AND l.train_id = t.id
                      AND l.leg_no = (SELECT min(f.leg_no) FROM container_leg f
                                      WHERE f.tenant_id = l.tenant_id AND f.container_id = l.container_id AND f.mode = 'rail'))
                ORDER BY t.planned_departure DESC, t.id DESC LIMIT 30)
            SELECT t.id, t.train_no, count(*) AS parcels, count(a.paper_id) AS arrived, count(d.paper_id) AS departed,
                   (SELECT coalesce(min(f.at) FILTER (WHERE f.milestone = 'T170'), min(f.at) FILTER (WHERE f.milestone = 'T130'))
                    FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id) AS left_at
            FROM latest t
            JOIN container_leg l ON l.tenant_id = t.tenant_id AND l.train_id = t.id
            JOIN container_bag kb ON kb.tenant_id = l.tenant_id AND kb.container_id = l.container_id
            JOIN bag_parcel bp ON bp.tenant_id = kb.tenant_id AND bp.bag_id = kb.bag_id
            JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
            LEFT JOIN (customs_site_row a JOIN customs_paper pa ON pa.tenant_id = a.tenant_id AND pa.id = a.paper_id AND pa.standing)
                   ON a.tenant_id = p.tenant_id AND a.kind = 'ARRIVAL' AND a.waybill_no = p.parcel_no
            LEFT JOIN (customs_site_row d JOIN customs_paper pd ON pd.tenant_id = d.tenant_id AND pd.id = d.paper_id AND pd.standing)
                   ON d.tenant_id = p.tenant_id AND d.kind = 'DEPARTURE' AND d.waybill_no = p.parcel_no
            GROUP BY t.tenant_id, t.id, t.train_no ORDER BY t.id DESC
            """;
    private static final String BILLS = """
            SELECT o.bill_no, count(*) AS parcels, count(r.paper_id) AS inbound
            FROM import_order o
            LEFT JOIN (customs_site_row r JOIN customs_paper p ON p.tenant_id = r.tenant_id AND p.id = r.paper_id AND p.standing)
                   ON r.tenant_id = o.tenant_id AND r.kind = 'INBOUND' AND r.waybill_no = o.waybill_no
            WHERE o.tenant_id = current_tenant() AND o.bill_no <> ''
              AND EXISTS (SELECT FROM import_list l WHERE l.tenant_id = o.tenant_id AND l.import_id = o.id AND l.live)
            GROUP BY o.bill_no ORDER BY max(o.id) DESC LIMIT 30
            """;
    private static final String REPORTS = """
            SELECT p.number, p.kind, coalesce(k.container_no || '-' || k.seal_no, p.bill_no) AS about, p.asked_by, p.asked_at, p.standing, p.done,
                   s.outcome, s.info,
                   (SELECT count(*) FROM customs_site_row r WHERE r.tenant_id = p.tenant_id AND r.paper_id = p.id) AS parcels
            FROM customs_paper p
            LEFT JOIN container k ON k.tenant_id = p.tenant_id AND k.id = p.container_id
            LEFT JOIN LATERAL (SELECT s.outcome, s.info FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
                WHERE c.tenant_id = p.tenant_id AND c.paper_id = p.id ORDER BY s.rank DESC LIMIT 1) s ON true
            WHERE p.tenant_id = current_tenant() AND p.kind IN ('ARRIVAL', 'DEPARTURE', 'INBOUND') ORDER BY p.id DESC LIMIT 50
            """;

    private final JdbcClient jdbc;

    SiteReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest thirty. */
    @Transactional(readOnly = true)
    public List<Train> trains() {
        return jdbc.sql(TRAINS).query(Train.class).list();
    }

    /** The latest thirty. */
    @Transactional(readOnly = true)
    public List<Bill> bills() {
        return jdbc.sql(BILLS).query(Bill.class).list();
    }

    @Transactional(readOnly = true)
    public List<Report> reports() {
        return jdbc.sql(REPORTS).query(Report.class).list();
    }
}
