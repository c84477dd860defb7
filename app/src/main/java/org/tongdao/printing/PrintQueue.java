package org.tongdao.printing;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.Loop;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Every copy that was asked for, in order, and what became of it. */
@Component
public class PrintQueue {

    private static final String COLUMNS =
            "id, printer, parcel_no, copy, reason, actor, state, tries, why, asked_at, ended_at";
    private static final String AGAIN = "scanned again after it was taken back";

    private final JdbcClient jdbc;

    PrintQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction of the scan: the label of the parcel is asked for at the printer of the place, if there is one. */
    @Transactional
    public void ofScan(long scanId) {
        Loop.ring(NetworkPrinting.LOOP);
        jdbc.sql("""
                INSERT INTO print_job (tenant_id, printer, parcel_no, copy, reason, scan_id, actor, asked_at)
                SELECT s.tenant_id, l.printer, s.subject, c.last + 1, CASE WHEN c.last = 0 THEN '' ELSE ? END, s.id, s.actor, now()
                FROM scan s JOIN printer_place l ON l.tenant_id = s.tenant_id AND l.place = s.place,
                     LATERAL (SELECT coalesce(max(copy), 0) AS last FROM print_job j WHERE j.tenant_id = s.tenant_id AND j.parcel_no = s.subject) c
                WHERE s.tenant_id = current_tenant() AND s.id = ? AND s.act = 'LABELLED' AND s.kind = 'PARCEL'""").params(AGAIN, scanId).update();
    }

    /** A further copy for a reason; the first one when there was none yet. Says what is wrong, or gives the number of the job. */
    @Transactional
    public Asked again(String parcelNo, String printer, String reason, String actor) {
        if (reason.isBlank()) {
            return Asked.wrong("PRINT-REASON", parcelNo, "Say why another copy is needed.");
        }
        Loop.ring(NetworkPrinting.LOOP);
        try {
            return jdbc.sql("""
                    INSERT INTO print_job (tenant_id, printer, parcel_no, copy, reason, actor, asked_at)
                    SELECT p.tenant_id, r.name, p.parcel_no, c.last + 1, CASE WHEN c.last = 0 THEN '' ELSE ? END, ?, now()
                    FROM parcel p JOIN printer r ON r.tenant_id = p.tenant_id AND r.name = ?,
                         LATERAL (SELECT coalesce(max(copy), 0) AS last FROM print_job j WHERE j.tenant_id = p.tenant_id AND j.parcel_no = p.parcel_no) c
                    WHERE p.tenant_id = current_tenant() AND p.parcel_no = ? RETURNING id""")
                    .params(reason.strip(), actor, printer, parcelNo)
                    .query(Long.class)
                    .optional()
                    .map(Asked::job)
                    .orElseGet(() -> Asked.wrong(
                            "PRINT-UNKNOWN",
                            parcelNo + " / " + printer,
                            "A parcel of ours and a printer of the list."));
        } catch (DuplicateKeyException e) {
            return Asked.wrong("PRINT-BUSY", parcelNo, "Somebody asked for it in this moment; see the list of copies.");
        }
    }

    /** What became of a wish to print. */
    public record Asked(long job, Optional<Finding> finding) {

        static Asked job(long id) {
            return new Asked(id, Optional.empty());
        }

        static Asked wrong(String rule, String value, String maybe) {
            return new Asked(0, Optional.of(Finding.error(rule, Place.of("print"), value, maybe)));
        }
    }

    /** Copies, newest first. {@code filter} is the beginning of a parcel number or a printer; empty: all. */
    @Transactional(readOnly = true)
    public List<PrintJob> list(String filter, long before, int count) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM print_job WHERE tenant_id = current_tenant() AND id < ? AND (? = '' OR parcel_no = upper(?) OR printer = ?)
                ORDER BY id DESC LIMIT ?""")
                .params(before, filter, filter, filter, count)
                .query(PrintJob.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PrintJob> find(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM print_job WHERE tenant_id = current_tenant() AND id = ?")
                .param(id)
                .query(PrintJob.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<PrintJob> byScan(long scanId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM print_job WHERE tenant_id = current_tenant() AND scan_id = ?")
                .param(scanId)
                .query(PrintJob.class)
                .optional();
    }
}
