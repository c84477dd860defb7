package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /**
     * A document without a state is judged by all receipts there are, later by its state and what came. Answers the states that need the broker or did
     * before.
     */
    private static final String STATES = """
            WITH known AS MATERIALIZED (
                SELECT c.id, c.type, c.declaration_id, c.receipt_key,
                       CASE WHEN c.type IN ('CEB603', 'CEB621') OR c.paper_id IS NOT NULL THEN '-infinity' ELSE date_trunc('second', c.sent_at) END AS since,
                       s.rank, s.outcome, coalesce(s.needs_broker, false) AS needed_broker, s.status, s.code, s.info, s.return_time, s.returned_at, s.pre_no,
                       s.invt_no
                FROM customs_document c LEFT JOIN customs_state s ON s.tenant_id = (SELECT current_tenant()) AND s.document_id = c.id
                WHERE c.tenant_id = (SELECT current_tenant()) AND c.receipt_key = ANY (?)),
            best AS (
                SELECT DISTINCT ON (k.id) k.id, k.type, k.declaration_id, k.receipt_key, k.needed_broker, k.rank AS old_rank, k.outcome AS was,
                       k.status AS old_status, k.code AS old_code, k.info AS old_info, k.return_time AS old_time, k.returned_at AS old_at,
                       k.pre_no AS old_pre_no, k.invt_no AS old_invt_no,
                       r.rank, r.outcome, r.status, r.code, r.info, r.return_time, r.returned_at,
                       max(r.pre_no COLLATE "C") OVER of_one AS pre_no, max(r.invt_no COLLATE "C") OVER of_one AS invt_no
                FROM known k
                JOIN customs_receipt r ON r.tenant_id = (SELECT current_tenant()) AND r.receipt_key = k.receipt_key AND r.returned_at >= k.since
                WHERE k.outcome IS NULL OR r.file = ANY (?)
                WINDOW of_one AS (PARTITION BY k.id
                    ORDER BY r.rank DESC, r.return_time COLLATE "C" DESC, r.status COLLATE "C" DESC, r.info COLLATE "C" DESC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
                ORDER BY k.id, r.rank DESC, r.return_time COLLATE "C" DESC, r.status COLLATE "C" DESC, r.info COLLATE "C" DESC),
            decided AS (
                SELECT b.id, b.type, b.declaration_id, b.receipt_key, b.was, b.needed_broker,
                       CASE WHEN w.wins THEN b.rank ELSE b.old_rank END AS rank, CASE WHEN w.wins THEN b.outcome ELSE b.was END AS outcome,
                       CASE WHEN w.wins THEN b.status ELSE b.old_status END AS status, CASE WHEN w.wins THEN b.code ELSE b.old_code END AS code,
                       CASE WHEN w.wins THEN b.info ELSE b.old_info END AS info, CASE WHEN w.wins THEN b.return_time ELSE b.old_time END AS return_time,
                       CASE WHEN w.wins THEN b.returned_at ELSE b.old_at END AS returned_at,
                       greatest(b.pre_no, b.old_pre_no COLLATE "C") AS pre_no, greatest(b.invt_no, b.old_invt_no COLLATE "C") AS invt_no
                FROM best b
                CROSS JOIN LATERAL (SELECT b.was IS NULL OR (b.rank, b.return_time COLLATE "C", b.status COLLATE "C", b.info COLLATE "C")
                    > (b.old_rank, b.old_time COLLATE "C", b.old_status COLLATE "C", b.old_info COLLATE "C") AS wins) w
                WHERE w.wins OR b.pre_no > b.old_pre_no COLLATE "C" OR b.invt_no > b.old_invt_no COLLATE "C"),
            judged AS (
                SELECT *, outcome IN ('REVIEW', 'INSPECTION', 'DETAINED', 'REFUSED', 'RETURNED') AS needs_broker FROM decided),
            stored AS (
                INSERT INTO customs_state (tenant_id, document_id, rank, outcome, needs_broker, status, code, info, return_time, returned_at, pre_no, invt_no)
                SELECT (SELECT current_tenant()), id, rank, outcome, needs_broker, status, code, info, return_time, returned_at, pre_no, invt_no FROM judged
                ON CONFLICT (tenant_id, document_id) DO UPDATE SET rank = EXCLUDED.rank, outcome = EXCLUDED.outcome, needs_broker = EXCLUDED.needs_broker,
                       status = EXCLUDED.status, code = EXCLUDED.code, info = EXCLUDED.info, return_time = EXCLUDED.return_time,
                       returned_at = EXCLUDED.returned_at, pre_no = EXCLUDED.pre_no, invt_no = EXCLUDED.invt_no
                WHERE (EXCLUDED.rank, EXCLUDED.return_time COLLATE "C", EXCLUDED.status COLLATE "C", EXCLUDED.info COLLATE "C")
                   >= (customs_state.rank, customs_state.return_time COLLATE "C", customs_state.status COLLATE "C", customs_state.info COLLATE "C")
                RETURNING document_id)
            SELECT d.receipt_key AS key, d.outcome AS cause, d.returned_at AS at, dl.parcel_id,
                   d.needs_broker AND d.type = 'CEB603' AND d.was IS DISTINCT FROM d.outcome AS held
            FROM judged d JOIN stored st ON st.document_id = d.id
            LEFT JOIN declaration dl ON dl.tenant_id = (SELECT current_tenant()) AND dl.id = d.declaration_id
            WHERE d.needs_broker OR d.needed_broker
            ORDER BY dl.parcel_id
            """;
    /**
     * Refused and cancelled lists are dead; a list that customs took up after all is alive again unless another took its place. The names: table of the
     * lists, type of their documents, their id in other tables, what they are about.
     */
    private static final String LIVENESS = """
            UPDATE {lists} d SET live = (s.outcome <> 'REFUSED')
            FROM customs_document c JOIN customs_state s ON s.tenant_id = c.tenant_id AND s.document_id = c.id
            WHERE c.tenant_id = (SELECT current_tenant()) AND c.receipt_key = ANY (?) AND c.type = '{type}'
              AND d.tenant_id = c.tenant_id AND d.id = c.{list} AND d.live <> (s.outcome <> 'REFUSED')
              AND NOT EXISTS (SELECT FROM customs_paper x WHERE x.tenant_id = d.tenant_id AND x.{list} = d.id AND x.kind = 'CANCEL' AND x.done)
              AND NOT EXISTS (SELECT FROM {lists} o WHERE o.tenant_id = d.tenant_id AND o.{subject} = d.{subject} AND o.attempt > d.attempt)
            """;
    /** The release itself counts, not what follows it, so that the time of release does not depend on the order of arrival. */
    private static final String RELEASE = """
            WITH named AS MATERIALIZED (
                SELECT c.receipt_key, c.{list} FROM customs_document c
                WHERE c.tenant_id = (SELECT current_tenant()) AND c.receipt_key = ANY (?) AND c.type = '{type}')
            INSERT INTO {releases} (tenant_id, {subject}, {list}, invt_no, released_at)
            SELECT (SELECT current_tenant()), d.{subject}, d.id, max(r.invt_no), min(r.released_at)
            FROM named c
            JOIN {lists} d ON d.tenant_id = (SELECT current_tenant()) AND d.id = c.{list} AND d.live
            CROSS JOIN LATERAL (
                SELECT max(x.invt_no COLLATE "C") AS invt_no, min(x.returned_at) AS released_at FROM customs_receipt x
                WHERE x.tenant_id = (SELECT current_tenant()) AND x.receipt_key = c.receipt_key AND x.outcome = 'RELEASED') r
            WHERE r.released_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM {releases} k WHERE k.tenant_id = (SELECT current_tenant()) AND k.{subject} = d.{subject})
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

    /** A state that needs the broker or did before; {@code held} when it stops a parcel that it did not stop before. */
    private record Change(
            String key,
            String cause,
            Timestamp at,
            @Nullable Long parcelId,
            boolean held) {}

    /** Settles all documents with these keys, which were just sent; keys that no document has are parked receipts and wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(List<String> receiptKeys) {
        settle(List.of(), receiptKeys, receiptKeys);
    }

    /** Settles what these receipts, which were just stored, are about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(ReceiptRows came) {
        settle(came.files(), came.keys(), came.releasing());
    }

    private void settle(List<String> files, List<String> about, List<String> releasing) {
        var keys = ordered(about.stream());
        var changes = jdbc.sql(STATES)
                .params(keys, files.toArray(String[]::new))
                .query(Change.class)
                .list();
        if (Stream.of(keys).anyMatch(k -> PAPERS.contains(k.substring(0, 6)))) {
            papers.settle(keys);
        }
        var turned = ordered(changes.stream().map(Change::key));
        var mayGo = ordered(Stream.concat(releasing.stream(), Stream.of(turned)));
        released(IMPORT, turned, mayGo);
        var granted = released(EXPORT, turned, mayGo);
        grouped(changes).forEach((key, ids) -> events.publishEvent(new ClearanceHeld(ids, key.cause(), key.at())));
        if (!granted.isEmpty()) {
            events.publishEvent(new ClearanceGranted(granted.stream().sorted().toList()));
        }
    }

    private static String[] ordered(Stream<String> keys) {
        return keys.distinct().sorted().toArray(String[]::new);
    }

    /** What customs released of one direction, as far as it was not known before, after lists that turned refused or taken up count so. */
    private List<Long> released(Lists lists, String[] turned, String[] mayGo) {
        if (Stream.of(mayGo).noneMatch(k -> k.startsWith(lists.key()))) {
            return List.of();
        }
        if (turned.length > 0) {
            jdbc.sql(lists.liveness()).param(turned).update();
        }
        return jdbc.sql(lists.release()).param(mayGo).query(Long.class).list();
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
        changes.stream()
                .filter(Change::held)
                .forEach(change -> Optional.ofNullable(change.parcelId())
                        .ifPresent(id -> groups.computeIfAbsent(
                                        new Group(change.at().toInstant(), change.cause()), g -> new ArrayList<>())
                                .add(id)));
        groups.values().forEach(ids -> ids.sort(Long::compare));
        return groups;
    }
}
