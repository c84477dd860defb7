package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works out what the receipts of documents amount to, for sets of documents: state, clearance, liveness, events.
 *
 * <p>All of it is a function of the set of receipts (I-13), so settling again changes nothing. The order of precedence is the engine's: rank, time,
 * status, text. An order, waybill or binding that was sent again is judged by what came after that.
 */
@Component
class Settling {

    private static final String STATES = """
            WITH decided AS (
                SELECT DISTINCT ON (c.id) c.id, c.type, c.declaration_id, r.rank, r.outcome, r.status, r.code, r.info, r.return_time, r.returned_at,
                       max(r.pre_no COLLATE "C") OVER (PARTITION BY c.id) AS pre_no, max(r.invt_no COLLATE "C") OVER (PARTITION BY c.id) AS invt_no
                FROM customs_document c
                JOIN customs_receipt r ON r.tenant_id = c.tenant_id AND r.receipt_key = c.receipt_key
                WHERE c.tenant_id = current_tenant() AND c.receipt_key = ANY (?)
                  AND (c.type IN ('CEB603', 'CEB621') OR c.paper_id IS NOT NULL OR r.returned_at >= date_trunc('second', c.sent_at))
                ORDER BY c.id, r.rank DESC, r.return_time COLLATE "C" DESC, r.status COLLATE "C" DESC, r.info COLLATE "C" DESC),
            before AS (
                SELECT s.document_id, s.needs_broker, s.outcome FROM customs_state s JOIN decided d ON d.id = s.document_id
                WHERE s.tenant_id = current_tenant()),
            stored AS (
                INSERT INTO customs_state (tenant_id, document_id, rank, outcome, needs_broker, status, code, info, return_time, returned_at, pre_no, invt_no)
                SELECT current_tenant(), id, rank, outcome, outcome IN ('REVIEW', 'INSPECTION', 'DETAINED', 'REFUSED', 'RETURNED'), status, code, info,
                       return_time, returned_at, pre_no, invt_no FROM decided
                ON CONFLICT (tenant_id, document_id) DO UPDATE SET rank = EXCLUDED.rank, outcome = EXCLUDED.outcome, needs_broker = EXCLUDED.needs_broker,
                       status = EXCLUDED.status, code = EXCLUDED.code, info = EXCLUDED.info, return_time = EXCLUDED.return_time,
                       returned_at = EXCLUDED.returned_at, pre_no = EXCLUDED.pre_no, invt_no = EXCLUDED.invt_no
                WHERE (customs_state.outcome, customs_state.status, customs_state.return_time, customs_state.info, customs_state.pre_no, customs_state.invt_no)
                      IS DISTINCT FROM (EXCLUDED.outcome, EXCLUDED.status, EXCLUDED.return_time, EXCLUDED.info, EXCLUDED.pre_no, EXCLUDED.invt_no)
                RETURNING document_id, outcome, needs_broker, returned_at)
            SELECT dl.parcel_id, st.outcome AS cause, st.returned_at AS at
            FROM stored st JOIN decided d ON d.id = st.document_id
            JOIN declaration dl ON dl.tenant_id = current_tenant() AND dl.id = d.declaration_id
            LEFT JOIN before b ON b.document_id = st.document_id
            WHERE st.needs_broker AND d.type = 'CEB603' AND b.outcome IS DISTINCT FROM st.outcome
            ORDER BY dl.parcel_id
            """;
    /**
     * Refused and cancelled lists are dead; a list that customs took up after all is alive again unless another took its place. The names: table of the
     * lists, type of their documents, their id in other tables, what they are about.
     */
    private static final String LIVENESS = """
            UPDATE {lists} d SET live = (s.outcome <> 'REFUSED')
            FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
            WHERE c.tenant_id = current_tenant() AND c.receipt_key = ANY (?) AND c.type = '{type}'
              AND d.tenant_id = c.tenant_id AND d.id = c.{list} AND d.live <> (s.outcome <> 'REFUSED')
              AND NOT EXISTS (SELECT FROM customs_paper x WHERE x.tenant_id = d.tenant_id AND x.{list} = d.id AND x.kind = 'CANCEL' AND x.done)
              AND NOT EXISTS (SELECT FROM {lists} o WHERE o.tenant_id = d.tenant_id AND o.{subject} = d.{subject} AND o.attempt > d.attempt)
            """;
    /** The release itself counts, not what follows it, so that the time of release does not depend on the order of arrival. */
    private static final String RELEASE = """
            INSERT INTO {releases} (tenant_id, {subject}, {list}, invt_no, released_at)
            SELECT current_tenant(), d.{subject}, d.id, max(r.invt_no COLLATE "C"), min(r.returned_at)
            FROM customs_document c
            JOIN {lists} d ON d.tenant_id = c.tenant_id AND d.id = c.{list} AND d.live
            JOIN customs_receipt r ON r.tenant_id = c.tenant_id AND r.receipt_key = c.receipt_key AND r.outcome = 'RELEASED'
            WHERE c.tenant_id = current_tenant() AND c.receipt_key = ANY (?) AND c.type = '{type}'
              AND NOT EXISTS (SELECT FROM {releases} k WHERE k.tenant_id = d.tenant_id AND k.{subject} = d.{subject})
            GROUP BY d.{subject}, d.id ORDER BY d.{subject}
            ON CONFLICT (tenant_id, {subject}) DO NOTHING
            RETURNING {subject}
            """;

    private static final Lists EXPORT =
            Lists.of("CEB604|", "CEB603", "declaration", "declaration_id", "parcel_id", "clearance");
    private static final Lists IMPORT =
            Lists.of("CEB622|", "CEB621", "import_list", "import_list_id", "import_id", "import_release");

    /** Receipts of later papers. */
    private static final Set<String> PAPERS =
            Set.of("CEB606", "CEB624", "CEB214", "CEB216", "CEB626", "CEB702", "CEB508", "CEB510", "CEB712");

    private final JdbcClient jdbc;
    private final PaperSettling papers;
    private final ApplicationEventPublisher events;

    Settling(JdbcClient jdbc, PaperSettling papers, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.events = events;
    }

    /** Lists of one direction: how keys of their receipts begin, and the two statements about them. */
    private record Lists(String key, String liveness, String release) {

        static Lists of(String key, String type, String lists, String list, String subject, String releases) {
            UnaryOperator<String> named = sql -> sql.replace("{type}", type)
                    .replace("{lists}", lists)
                    .replace("{list}", list)
                    .replace("{subject}", subject)
                    .replace("{releases}", releases);
            return new Lists(key, named.apply(LIVENESS), named.apply(RELEASE));
        }
    }

    private record Change(long parcelId, String cause, Timestamp at) {}

    /** Settles all documents with these keys; keys that no document has are parked receipts and wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(List<String> receiptKeys) {
        var keys = receiptKeys.stream().distinct().sorted().toArray(String[]::new);
        var held = jdbc.sql(STATES).param(keys).query(Change.class).list();
        if (Stream.of(keys).anyMatch(k -> PAPERS.contains(k.substring(0, 6)))) {
            papers.settle(keys);
        }
        released(IMPORT, keys);
        var granted = released(EXPORT, keys);
        grouped(held).forEach((key, ids) -> events.publishEvent(new ClearanceHeld(ids, key.cause(), key.at())));
        if (!granted.isEmpty()) {
            events.publishEvent(new ClearanceGranted(granted.stream().sorted().toList()));
        }
    }

    /** What customs released of one direction, as far as it was not known before. */
    private List<Long> released(Lists lists, String[] keys) {
        if (Stream.of(keys).noneMatch(k -> k.startsWith(lists.key()))) {
            return List.of();
        }
        jdbc.sql(lists.liveness()).param(keys).update();
        return jdbc.sql(lists.release()).param(keys).query(Long.class).list();
    }

    private record Group(Instant at, String cause) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : cause.compareTo(other.cause);
        }
    }

    private static Map<Group, List<Long>> grouped(List<Change> changes) {
        var groups = new TreeMap<Group, List<Long>>();
        for (var change : changes) {
            groups.computeIfAbsent(new Group(change.at().toInstant(), change.cause()), g -> new ArrayList<>())
                    .add(change.parcelId());
        }
        groups.values().forEach(ids -> ids.sort(Long::compare));
        return groups;
    }
}
