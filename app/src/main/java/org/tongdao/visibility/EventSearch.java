package org.tongdao.visibility;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.EpcisWriter;
import org.tongdao.visibility.EventQuery.Member;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pages of events out of our log and out of what partners told, as one list in time order; each half is read along its index. */
@Component
class EventSearch {

    /** Where an event stands in the list: time, ours before told ones, number. */
    private record Key(Instant at, int source, long id) {}

    private static final int OURS = 0;
    private static final int TOLD = 1;
    private static final String PAGE = """
            SELECT * FROM (SELECT e.at, 0 AS source, e.id FROM epcis_event e WHERE e.tenant_id = current_tenant()%s ORDER BY e.at, e.id LIMIT :most) ours
            UNION ALL
            SELECT * FROM (SELECT e.at, 1 AS source, e.id FROM epcis_report e WHERE e.tenant_id = current_tenant()%s ORDER BY e.at, e.id LIMIT :most) told
            ORDER BY at, source, id LIMIT :most""";
    private static final Map<Member, String> COLUMNS = Map.of(
            Member.TYPE, "e.form",
            Member.ACTION, "e.action",
            Member.BIZ_STEP, "e.biz_step",
            Member.DISPOSITION, "e.disposition",
            Member.EVENT_ID, "e.event_id",
            Member.BIZ_LOCATION, "e.biz_location",
            Member.READ_POINT, "e.read_point");
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final StoredEvents stored;

    EventSearch(JdbcClient jdbc, StoredEvents stored) {
        this.jdbc = jdbc;
        this.stored = stored;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public EventQuery.Page page(EventQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("most", query.perPage() + 1);
        var keys = jdbc.sql(PAGE.formatted(where(query, OURS, values), where(query, TOLD, values)))
                .params(values)
                .query((row, n) -> new Key(row.getTimestamp("at").toInstant(), row.getInt("source"), row.getLong("id")))
                .list();
        var shown = keys.subList(0, Math.min(query.perPage(), keys.size()));
        var next = keys.size() > query.perPage()
                ? Optional.of(token(shown.get(shown.size() - 1)))
                : Optional.<String>empty();
        return new EventQuery.Page(texts(shown), next);
    }

    private static String where(EventQuery query, int source, Map<String, Object> values) {
        var text = new StringBuilder();
        query.words().forEach((member, words) -> {
            values.put(member.name(), words.toArray(String[]::new));
            text.append(" AND ").append(column(member, source)).append(" = ANY (:" + member + "::text[])");
        });
        span(query.eventTime(), "e.at", "at", text, values);
        span(query.recordTime(), "e.recorded_at", "recorded", text, values);
        if (!query.epcs().isEmpty()) {
            values.put("epcs", plain(query.epcs()));
            text.append(" AND e.id IN (").append(naming(source, "epcs")).append(')');
        }
        if (!query.anyEpcs().isEmpty()) {
            values.put("anyEpcs", plain(query.anyEpcs()));
            text.append(" AND (e.id IN (").append(naming(source, "anyEpcs"));
            text.append(") OR e.parent <> '' AND e.parent = ANY (:anyEpcs::text[]))");
        }
        query.after().map(EventSearch::key).ifPresent(key -> {
            values.put("afterAt", Timestamp.from(key.at()));
            values.put("afterSource", key.source());
            values.put("afterId", key.id());
            text.append(" AND e.at >= :afterAt AND (e.at, " + source + ", e.id) > (:afterAt, :afterSource, :afterId)");
        });
        return text.toString();
    }

    /** Our own events keep a node where the others keep URIs. */
    private static String column(Member member, int source) {
        boolean place = member == Member.BIZ_LOCATION || member == Member.READ_POINT;
        return place && source == OURS
                ? "'" + Epc.Kind.NODE.prefix() + "' || e.node"
                : COLUMNS.getOrDefault(member, "");
    }

    private static String naming(int source, String values) {
        var table = source == OURS ? "event FROM epcis_epc" : "report FROM epcis_report_epc";
        return "SELECT x." + table + " x WHERE x.tenant_id = current_tenant() AND x.epc = ANY (:" + values
                + "::text[])";
    }

    private static void span(
            EventQuery.Span span, String column, String name, StringBuilder text, Map<String, Object> values) {
        span.from().ifPresent(at -> {
            values.put(name + "From", Timestamp.from(at));
            text.append(" AND " + column + " >= :" + name + "From");
        });
        span.before().ifPresent(at -> {
            values.put(name + "Before", Timestamp.from(at));
            text.append(" AND " + column + " < :" + name + "Before");
        });
    }

    private static String[] plain(List<String> uris) {
        return uris.stream().map(Reports::plain).toArray(String[]::new);
    }

    private List<String> texts(List<Key> keys) {
        Map<Key, String> texts = new HashMap<>();
        stored.byId(ids(keys, OURS), (row, event) -> {
            var json = (ObjectNode) JSON.readTree(EpcisWriter.line(event));
            json.remove("@context");
            texts.put(key(row, OURS), recorded(json, row));
        });
        jdbc.sql("SELECT e.at, e.id, e.recorded_at, e.document FROM epcis_report e"
                        + " WHERE e.tenant_id = current_tenant() AND e.id = ANY (:ids::bigint[])")
                .param("ids", ids(keys, TOLD))
                .query(row -> {
                    var json = (ObjectNode) JSON.readTree(row.getString("document"));
                    texts.put(key(row, TOLD), recorded(json, row));
                });
        return keys.stream().map(key -> texts.getOrDefault(key, "")).toList();
    }

    private static String recorded(ObjectNode json, ResultSet row) throws SQLException {
        return json.put(
                        "recordTime",
                        row.getTimestamp("recorded_at").toInstant().toString())
                .toString();
    }

    private static Key key(ResultSet row, int source) throws SQLException {
        return new Key(row.getTimestamp("at").toInstant(), source, row.getLong("id"));
    }

    private static String ids(List<Key> keys, int source) {
        return keys.stream()
                .filter(key -> key.source() == source)
                .map(key -> String.valueOf(key.id()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String token(Key key) {
        var text = key.at() + " " + key.source() + " " + key.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether this is the {@code next} of a page. */
    static boolean isToken(String token) {
        try {
            key(token);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Key key(String token) {
        var parts = new ArrayList<>(
                List.of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(" ")));
        return new Key(Instant.parse(parts.get(0)), Integer.parseInt(parts.get(1)), Long.parseLong(parts.get(2)));
    }
}
