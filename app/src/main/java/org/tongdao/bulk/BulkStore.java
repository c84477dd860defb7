package org.tongdao.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.bench.Worker;
import org.tongdao.platform.Loop;

/** Runs and their items as rows. Every change of a state names the state it comes from, so that two hands do it once. */
@Component
class BulkStore {

    private static final String RUN = """
            SELECT r.id, r.act, r.reason, r.printer, r.source, r.state, r.undo_of,
                   (SELECT u.id FROM bulk_run u WHERE u.tenant_id = r.tenant_id AND u.undo_of = r.id AND u.state <> 'DROPPED') AS undone_by,
                   r.actor, r.role, r.drawn_at, r.ended_at, c.*
            FROM bulk_run r, LATERAL (
                SELECT count(*)::int AS items, (count(*) FILTER (WHERE state = 'NEW'))::int AS fresh, (count(*) FILTER (WHERE state = 'WILL'))::int AS will,
                       (count(*) FILTER (WHERE state = 'CANNOT'))::int AS cannot, (count(*) FILTER (WHERE state = 'DONE'))::int AS done,
                       (count(*) FILTER (WHERE state = 'FAILED'))::int AS failed
                FROM bulk_item i WHERE i.tenant_id = r.tenant_id AND i.run_id = r.id) c
            WHERE r.tenant_id = current_tenant()
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public long draw(BulkWish wish, Worker who, Optional<Long> undoOf) {
        long id = jdbc.sql("""
                INSERT INTO bulk_run (tenant_id, act, reason, printer, source, undo_of, actor, role, drawn_at)
                VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(wish.act().name(), wish.reason(), wish.printer(), wish.source())
                .param(undoOf.orElse(null))
                .params(who.name(), who.role(), Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO bulk_item (tenant_id, run_id, item_no, parcel_no)
                SELECT current_tenant(), ?, row_number() OVER (ORDER BY min(n)), parcel_no
                FROM unnest(?::text[]) WITH ORDINALITY AS t (parcel_no, n) GROUP BY parcel_no""").params(id, wish.parcels().toArray(String[]::new)).update();
        Loop.ring(BulkWork.LOOP);
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<BulkRun> find(long id) {
        return jdbc.sql(RUN + "AND r.id = ?").param(id).query(BulkRun.class).optional();
    }

    @Transactional(readOnly = true)
    public List<BulkRun> latest(int count) {
        return jdbc.sql(RUN + "ORDER BY r.id DESC LIMIT ?")
                .param(count)
                .query(BulkRun.class)
                .list();
    }

    /** The oldest run of this tenant that is to be tried or done. */
    @Transactional(readOnly = true)
    public Optional<BulkRun> next() {
        return jdbc.sql(RUN + "AND r.state IN ('TRYING', 'RUNNING') ORDER BY r.id LIMIT 1")
                .query(BulkRun.class)
                .optional();
    }

    /** The next items of a state, in their order. */
    @Transactional(readOnly = true)
    public List<BulkItem> items(long run, String state, int after, int count) {
        return jdbc.sql("""
                SELECT item_no, parcel_no, state, tries, rule, value FROM bulk_item
                WHERE tenant_id = current_tenant() AND run_id = ? AND (? = '' OR state = ?) AND item_no > ? ORDER BY item_no LIMIT ?""")
                .params(run, state, state, after, count)
                .query(BulkItem.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<BulkReason> reasons(long run) {
        return jdbc.sql("""
                SELECT state, rule, min(value) AS value, count(*) AS parcels, min(parcel_no) AS example FROM bulk_item
                WHERE tenant_id = current_tenant() AND run_id = ? AND rule <> '' GROUP BY state, rule ORDER BY count(*) DESC, rule""").param(run).query(BulkReason.class).list();
    }

    /** Whether this hand brought the item from one state to the next. */
    @Transactional
    public boolean settle(long run, BulkItem item, String to, String rule, String value) {
        return jdbc.sql("""
                UPDATE bulk_item SET state = ?, rule = ?, value = ?, tries = tries + CASE WHEN ? IN ('DONE', 'FAILED') THEN 1 ELSE 0 END
                WHERE tenant_id = current_tenant() AND run_id = ? AND item_no = ? AND state = ?""")
                        .params(to, rule, value, to, run, item.itemNo(), item.state())
                        .update()
                == 1;
    }

    /** Whether this hand brought the run from one state to the next. */
    @Transactional
    public boolean move(long run, String from, String to) {
        Loop.ring(BulkWork.LOOP);
        boolean over = to.equals("ENDED") || to.equals("DROPPED");
        return jdbc.sql(
                                "UPDATE bulk_run SET state = ?, ended_at = ? WHERE tenant_id = current_tenant() AND id = ? AND state = ?")
                        .param(to)
                        .param(over ? Timestamp.from(clock.instant()) : null)
                        .params(run, from)
                        .update()
                == 1;
    }

    /** What failed is to be done again; whether there was such a thing. */
    @Transactional
    public boolean again(long run) {
        int items = jdbc.sql("""
                UPDATE bulk_item SET state = 'WILL', rule = '', value = '' WHERE tenant_id = current_tenant() AND run_id = ? AND state = 'FAILED'""").param(run).update();
        return items > 0 && move(run, "ENDED", "RUNNING");
    }
}
