package org.tongdao.console.rooms;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a parcel stands, derived from recorded facts; the first condition that holds from the end of the way counts. */
enum State {
    RETURNED("bad", fact("T900")),
    DELIVERED("ok", fact("T250")),
    FAILED("warn", fact("T240")),
    OUT("", fact("T230")),
    AT_HUB("", """
            EXISTS (SELECT FROM bag_parcel bp JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
                    JOIN warehouse_arrival w ON w.tenant_id = cb.tenant_id AND w.container_id = cb.container_id
                    WHERE bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id)"""),
    ON_RAIL("", """
            EXISTS (SELECT FROM bag_parcel bp JOIN container_bag cb ON cb.tenant_id = bp.tenant_id AND cb.bag_id = bp.bag_id
                    JOIN container_leg l ON l.tenant_id = cb.tenant_id AND l.container_id = cb.container_id
                    JOIN train_fact f ON f.tenant_id = l.tenant_id AND f.train_id = l.train_id AND f.milestone = 'T090'
                    WHERE bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id)"""),
    PUT_ASIDE("bad", "EXISTS (SELECT FROM stopped_parcel s WHERE s.tenant_id = p.tenant_id AND s.parcel_id = p.id)"),
    BAGGED("", "EXISTS (SELECT FROM bag_parcel bp WHERE bp.tenant_id = p.tenant_id AND bp.parcel_id = p.id)"),
    CLEARED("ok", "EXISTS (SELECT FROM clearance c WHERE c.tenant_id = p.tenant_id AND c.parcel_id = p.id)"),
    HELD("bad", """
            (EXISTS (SELECT FROM declaration d
                     JOIN customs_document x ON x.tenant_id = d.tenant_id AND x.declaration_id = d.id
                     JOIN customs_state s ON s.tenant_id = x.tenant_id AND s.document_id = x.id AND s.needs_broker
                     WHERE d.tenant_id = p.tenant_id AND d.parcel_id = p.id
                       AND NOT EXISTS (SELECT FROM declaration n WHERE n.tenant_id = d.tenant_id AND n.parcel_id = d.parcel_id AND n.attempt > d.attempt))
             OR EXISTS (SELECT FROM declaration_finding f WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id AND f.severity = 'ERROR'
                          AND NOT EXISTS (SELECT FROM declaration d WHERE d.tenant_id = f.tenant_id AND d.parcel_id = f.parcel_id)))"""),
    DECLARED("", "EXISTS (SELECT FROM declaration d WHERE d.tenant_id = p.tenant_id AND d.parcel_id = p.id)"),
    ACCEPTED("", "true");

    final String tone;
    private final String condition;

    State(String tone, String condition) {
        this.tone = tone;
        this.condition = condition;
    }

    /** An expression over the row {@code p} of parcel. */
    static String expression() {
        return Arrays.stream(values())
                .map(state -> "WHEN " + state.condition + " THEN '" + state.name() + "'")
                .collect(Collectors.joining("\n", "CASE ", " END"));
    }

    private static String fact(String milestone) {
        return "EXISTS (SELECT FROM parcel_fact f WHERE f.tenant_id = p.tenant_id AND f.parcel_id = p.id AND f.milestone = '"
                + milestone + "')";
    }
}
