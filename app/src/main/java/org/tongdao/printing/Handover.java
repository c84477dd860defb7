package org.tongdao.printing;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives copies to whoever prints them, one at a time a printer and in order, and writes down what became of them. */
@Component
public class Handover {

    /** A copy that is to be printed now. */
    public record Work(long id, String printer, String parcelNo, int copy) {}

    /** How a try to print ended. */
    public enum Outcome {
        PRINTED,
        /** Certainly nothing came out: it is tried again. */
        NOTHING_SENT,
        /** The data or the printer is at fault: it is not tried again. */
        FAILED,
        /** Something was sent and then the line broke. */
        UNSURE
    }

    static final int TRIES = 40;
    static final Duration REST = Duration.ofSeconds(5);
    /** Whoever took a copy says within this time what became of it. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;

    Handover(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest copy that waits for a printer at an address of its own. */
    @Transactional
    public Optional<Work> takeForNetwork() {
        return take("r.host <> '' AND (r.resting IS NULL OR r.resting <= now())", "");
    }

    /** The oldest copy that waits for this printer; asked by its agent. */
    @Transactional
    public Optional<Work> takeForAgent(String printer) {
        jdbc.sql("UPDATE printer SET seen_at = now() WHERE tenant_id = current_tenant() AND name = ? AND host = ''")
                .param(printer)
                .update();
        return take("r.host = '' AND r.name = ?", printer);
    }

    /** Nobody takes two copies for one printer at once: the printer's row is locked first. */
    private Optional<Work> take(String which, String printer) {
        var free = jdbc.sql("""
                SELECT r.name FROM printer r WHERE r.tenant_id = current_tenant() AND %s
                  AND EXISTS (SELECT FROM print_job j WHERE j.tenant_id = r.tenant_id AND j.printer = r.name AND j.state = 'WAITING')
                  AND NOT EXISTS (SELECT FROM print_job j WHERE j.tenant_id = r.tenant_id AND j.printer = r.name AND j.state = 'TAKEN')
                ORDER BY r.name LIMIT 1 FOR UPDATE SKIP LOCKED""".formatted(which));
        return (printer.isEmpty() ? free : free.param(printer))
                .query(String.class)
                .optional()
                .flatMap(this::oldest);
    }

    private Optional<Work> oldest(String printer) {
        return jdbc.sql("""
                UPDATE print_job SET state = 'TAKEN', tries = tries + 1, taken_until = now() + ? * interval '1 second'
                WHERE tenant_id = current_tenant() AND id = (
                    SELECT min(id) FROM print_job WHERE tenant_id = current_tenant() AND printer = ? AND state = 'WAITING')
                  AND NOT EXISTS (SELECT FROM print_job t WHERE t.tenant_id = current_tenant() AND t.printer = ? AND t.state = 'TAKEN')
                RETURNING id, printer, parcel_no, copy""")
                .params(PATIENCE.toSeconds(), printer, printer)
                .query(Work.class)
                .optional();
    }

    /** Writes down the end of a try; false when that copy was not under way any more. */
    @Transactional
    public boolean end(long id, Outcome outcome, String why) {
        String state = switch (outcome) {
            case PRINTED, FAILED, UNSURE -> "'" + outcome + "'";
            case NOTHING_SENT -> "CASE WHEN tries < " + TRIES + " THEN 'WAITING' ELSE 'FAILED' END";
        };
        var printer = jdbc.sql("""
                UPDATE print_job SET state = %s, why = ?, taken_until = NULL, ended_at = CASE WHEN (%1$s) = 'WAITING' THEN NULL ELSE now() END
                WHERE tenant_id = current_tenant() AND id = ? AND state = 'TAKEN' RETURNING printer""".formatted(state))
                .params(why, id)
                .query(String.class)
                .optional();
        printer.ifPresent(name -> seen(name, outcome));
        return printer.isPresent();
    }

    private void seen(String printer, Outcome outcome) {
        boolean printed = outcome == Outcome.PRINTED;
        jdbc.sql("""
                UPDATE printer SET seen_at = CASE WHEN ? THEN now() ELSE seen_at END, resting = CASE WHEN ? THEN NULL ELSE now() + ? * interval '1 second' END
                WHERE tenant_id = current_tenant() AND name = ?""").params(printed, printed, REST.toSeconds(), printer).update();
    }

    /** Copies whose taker was never heard of again may have come out. */
    @Transactional
    public int giveUp() {
        return jdbc.sql("""
                UPDATE print_job SET state = 'UNSURE', why = 'whoever printed it was not heard of again', taken_until = NULL, ended_at = now()
                WHERE tenant_id = current_tenant() AND state = 'TAKEN' AND taken_until < now()""").update();
    }
}
