package org.tongdao.visibility;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.tracking.Action;
import org.tongdao.tracking.AggregationEvent;
import org.tongdao.tracking.AssociationEvent;
import org.tongdao.tracking.BizTransaction;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EventContext;
import org.tongdao.tracking.EventStore;
import org.tongdao.tracking.Milestone;
import org.tongdao.tracking.ObjectEvent;
import org.tongdao.tracking.Sighting;
import org.tongdao.tracking.TransactionEvent;
import org.tongdao.tracking.When;
import org.tongdao.tracking.Why;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log as the tracking engine reads it. An answer about one object names that object only, not the hundred beside it in the bag. */
@Component
class StoredEvents implements EventStore {

    private static final String COLUMNS =
            "e.event_id, e.form, e.action, e.milestone, e.biz_step, e.disposition, e.node, e.at, e.parent, e.paper, e.extensions";
    private static final String LIST = """
            WITH named AS (
                SELECT event, array_agg(epc ORDER BY epc) AS epcs FROM epcis_epc
                WHERE tenant_id = current_tenant() AND epc = ANY (:uris) GROUP BY event)
            SELECT %1$s, n.epcs FROM named n
            JOIN epcis_event e ON e.tenant_id = current_tenant() AND e.id = n.event
            UNION ALL
            SELECT %1$s, CASE WHEN cardinality(e.epcs) = 0 THEN e.epcs ELSE ARRAY[e.epcs[1]] END FROM epcis_event e
            WHERE e.tenant_id = current_tenant() AND e.parent <> '' AND e.parent = ANY (:uris)
              AND NOT EXISTS (SELECT FROM named n WHERE n.event = e.id)
            """.formatted(COLUMNS);
    private static final String ALL = "SELECT " + COLUMNS
            + ", e.epcs FROM epcis_event e WHERE e.tenant_id = current_tenant() ORDER BY e.at, coalesce((e.extensions ->> 'tongdao:step')::bigint, -1), e.milestone, e.event_id COLLATE \"C\"";
    private static final int FETCH = 1000;
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    StoredEvents(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(FETCH);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<EpcisEvent> list(Set<String> uris) {
        return jdbc.sql(LIST)
                .param("uris", uris.toArray(String[]::new))
                .query((row, n) -> event(row))
                .list();
    }

    /** All events of the tenant in time order, through a cursor. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forEach(Consumer<EpcisEvent> sink) {
        streaming.query(ALL, row -> {
            sink.accept(event(row));
        });
    }

    /** What is done with an event and its row. */
    interface Sink {
        void take(ResultSet row, EpcisEvent event) throws SQLException;
    }

    /** These events, whole; {@code ids} as PostgreSQL writes an array. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void byId(String ids, Sink sink) {
        jdbc.sql("SELECT e.id, e.recorded_at, e.epcs, " + COLUMNS
                        + " FROM epcis_event e WHERE e.tenant_id = current_tenant() AND e.id = ANY (:ids::bigint[])")
                .param("ids", ids)
                .query(row -> {
                    sink.take(row, event(row));
                });
    }

    private static EpcisEvent event(ResultSet row) throws SQLException {
        var sighting = new Sighting(
                row.getString("event_id"),
                new When(row.getTimestamp("at").toInstant(), ZoneOffset.UTC),
                row.getString("node"));
        Why why = Why.of(row.getString("biz_step"), row.getString("disposition"));
        if (!row.getString("paper").isEmpty()) {
            why = why.with(new BizTransaction("bol", row.getString("paper")));
        }
        EventContext context = EventContext.of(sighting, why);
        for (var extension : JSON.readValue(row.getString("extensions"), TEXTS).entrySet()) {
            context = context.with(extension.getKey(), extension.getValue());
        }
        String milestone = row.getString("milestone");
        return shaped(row, milestone.isEmpty() ? context : context.with(EpcisEvent.MILESTONE, milestone));
    }

    private static EpcisEvent shaped(ResultSet row, EventContext context) throws SQLException {
        Action action = Action.valueOf(row.getString("action"));
        String parent = row.getString("parent");
        List<String> epcs = texts(row.getArray("epcs"));
        return switch (Milestone.Form.valueOf(row.getString("form"))) {
            case OBJECT -> new ObjectEvent(context, action, epcs);
            case AGGREGATION -> new AggregationEvent(context, action, parent, epcs);
            case ASSOCIATION -> new AssociationEvent(context, action, parent, epcs);
            case TRANSACTION -> new TransactionEvent(context, action, parent, epcs);
        };
    }

    private static List<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add(String.valueOf(text));
        }
        return texts;
    }
}
