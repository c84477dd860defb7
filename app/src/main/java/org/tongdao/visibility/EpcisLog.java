package org.tongdao.visibility;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.tracking.Epc;
import org.tongdao.tracking.Milestone;

/** Turns recorded facts into events by one SQL statement a milestone; an event that is there already is left as it is. */
@Component
class EpcisLog {

    private static final String APPEND = """
            WITH fact (key, node, at, parent, paper, extensions, epcs) AS (%s),
            fresh AS (
                INSERT INTO epcis_event (tenant_id, event_id, form, action, milestone, biz_step, disposition,
                                         node, at, parent, paper, extensions, epcs, recorded_at)
                SELECT (SELECT current_tenant()), :event || key, :form, :action, :milestone, :bizStep, :disposition,
                       node, at, parent, paper, extensions, epcs, :recordedAt
                FROM fact
                ON CONFLICT (tenant_id, event_id) DO NOTHING
                RETURNING id, epcs)
            INSERT INTO epcis_epc (tenant_id, epc, milestone, event)
            SELECT (SELECT current_tenant()), epc, :milestone, id FROM fresh, unnest(epcs) AS epc
            """;

    /** Two texts for the two scopes, so that each has a plan of its own that can be kept. */
    private static final Pattern WITHIN = Pattern.compile("WITHIN\\(([a-z_.]+)\\)");

    private final JdbcClient jdbc;
    private final Clock clock;

    EpcisLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Appends the events of one milestone.
     *
     * @param facts a SELECT of key, node, at, parent, paper, extensions, epcs; {@code WITHIN(column)} limits it to the scope, {@code :parcel}, {@code :bag} … are URI prefixes
     * @param scope ids of what the facts are about; empty array means nothing, absent ({@link #ALL}) means everything not yet recorded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Milestone milestone, String facts, String scope) {
        append(milestone, facts, scope, Map.of());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Milestone milestone, String facts, String scope, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>();
        for (Epc.Kind kind : Epc.Kind.values()) {
            values.put(kind.name().toLowerCase(Locale.ROOT), kind.prefix());
        }
        values.put("form", milestone.form().name());
        values.put("action", milestone.action().name());
        values.put("milestone", milestone.name());
        values.put("bizStep", milestone.bizStep());
        values.put("disposition", milestone.disposition());
        values.put("recordedAt", Timestamp.from(clock.instant()));
        values.put("scope", scope);
        values.putAll(more);
        jdbc.sql(statement(facts, scope)).params(values).update();
    }

    private static String statement(String facts, String scope) {
        var within = scope.equals(ALL) ? "true" : "$1 IN (SELECT unnest(:scope::bigint[]))";
        return WITHIN.matcher(APPEND.formatted(facts)).replaceAll(within);
    }

    /** The scope of everything. */
    static final String ALL = "";

    /** The scope of these ids, as PostgreSQL writes an array. */
    static String scope(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
