package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.SiteReport;

/** What there is to report of trains and import bills, and what was reported. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SiteStore {

    /** Not in a report that stands: {n} names the parcel. */
    private static final String NOT_REPORTED = """
            NOT EXISTS (SELECT FROM customs_site_row r JOIN customs_paper q ON q.tenant_id = r.tenant_id AND q.id = r.paper_id AND q.standing
                        WHERE r.tenant_id = current_tenant() AND r.kind = ? AND r.waybill_no = {n})
            """;
    /** Containers of a train that is the first of their way; it left the country when the next railway took it over, or else when customs let it out. */
    private static final String BOXES = """
            SELECT k.id, k.container_no || '-' || k.seal_no AS bill_no, k.seal_no, t.train_no,
                   (SELECT coalesce(min(f.at) FILTER (WHERE f.milestone = 'T170'), min(f.at) FILTER (WHERE f.milestone = 'T130'))
                    FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id) AS left_at
            FROM train t
            JOIN container_leg l ON l.tenant_id = t.tenant_id AND l.train_id = t.id
            JOIN container k ON k.tenant_id = l.tenant_id AND k.id = l.container_id
            WHERE t.tenant_id = current_tenant() AND t.id = ?
              AND l.leg_no = (SELECT min(f.leg_no) FROM container_leg f
                              WHERE f.tenant_id = l.tenant_id AND f.container_id = l.container_id AND f.mode = 'rail')
            ORDER BY k.container_no, k.seal_no
            """;

    private static final String ABOARD =
            """
            SELECT p.parcel_no AS waybill_no, b.sscc AS bag_no
            FROM container_bag kb
            JOIN bag b ON b.tenant_id = kb.tenant_id AND b.id = kb.bag_id
            JOIN bag_parcel bp ON bp.tenant_id = b.tenant_id AND bp.bag_id = b.id
            JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
            WHERE kb.tenant_id = current_tenant() AND kb.container_id = ? AND
            """ + NOT_REPORTED.replace("{n}", "p.parcel_no") + " ORDER BY kb.sequence, p.parcel_no";
    /** Declared orders that came with one bill, by what carried them. */
    private static final String OF_BILL =
            """
            SELECT o.waybill_no, o.vehicle, o.voyage FROM import_order o
            WHERE o.tenant_id = current_tenant() AND o.bill_no = ?
              AND EXISTS (SELECT FROM import_list l WHERE l.tenant_id = o.tenant_id AND l.import_id = o.id AND l.live) AND
            """ + NOT_REPORTED.replace("{n}", "o.waybill_no") + " ORDER BY o.vehicle, o.voyage, o.waybill_no";

    private static final String PAPER = """
            INSERT INTO customs_paper (tenant_id, kind, number, container_id, bill_no, reason, asked_by, asked_at)
            VALUES (current_tenant(), ?, ?, nullif(?, 0), ?, '', ?, ?) RETURNING id
            """;
    private static final String ROWS = """
            INSERT INTO customs_site_row AS s (tenant_id, kind, waybill_no, paper_id)
            SELECT current_tenant(), ?, n.waybill_no, ? FROM unnest(?) AS n (waybill_no)
            ON CONFLICT (tenant_id, kind, waybill_no) DO UPDATE SET paper_id = EXCLUDED.paper_id
            WHERE NOT EXISTS (SELECT FROM customs_paper q WHERE q.tenant_id = s.tenant_id AND q.id = s.paper_id AND q.standing)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A container on the train it leaves with; {@code leftAt} is absent while it is in the country. */
    record Box(
            long id,
            String billNo,
            String sealNo,
            String trainNo,
            @Nullable Timestamp leftAt) {}

    /** An order of import with what carried it. */
    record Carried(String waybillNo, String vehicle, String voyage) {}

    /** A report as it is put down; the id of the container is 0 for an inbound detail, its bill is empty otherwise. */
    record Put(String kind, String number, long containerId, String billNo, String who) {}

    List<Box> boxes(long trainId) {
        return jdbc.sql(BOXES).param(trainId).query(Box.class).list();
    }

    /** Parcels in a container that no standing report of a kind names. */
    List<SiteReport.Parcel> aboard(long containerId, String kind) {
        return jdbc.sql(ABOARD)
                .params(containerId, kind)
                .query(SiteReport.Parcel.class)
                .list();
    }

    List<Carried> ofBill(String billNo) {
        return jdbc.sql(OF_BILL).params(billNo, "INBOUND").query(Carried.class).list();
    }

    /** How many reports of a kind there are, of one container or, with 0, of all bills. */
    int count(String kind, long containerId) {
        return jdbc.sql("SELECT count(*) FROM customs_paper WHERE tenant_id = current_tenant() AND kind = ?"
                        + " AND coalesce(container_id, 0) = ?")
                .params(kind, containerId)
                .query(Integer.class)
                .single();
    }

    /** Puts a report down with its parcels; one that another report names meanwhile is a broken promise of the caller's lock. */
    long add(Put report, List<String> waybillNos) {
        long paper = jdbc.sql(PAPER)
                .params(
                        report.kind(),
                        report.number(),
                        report.containerId(),
                        report.billNo(),
                        report.who(),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        int taken = jdbc.sql(ROWS)
                .params(report.kind(), paper, waybillNos.toArray(String[]::new))
                .update();
        if (taken != waybillNos.size()) {
            throw new IllegalStateException("parcels of " + report.number() + " are in another report. Maybe two people"
                    + " reported at once without the lock of the desk.");
        }
        return paper;
    }
}
