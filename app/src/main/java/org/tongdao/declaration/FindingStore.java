package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;

/** Keeps what our own rules said about parcels, the last time they were asked. */
@Component
class FindingStore {

    private static final String INSERT = """
            INSERT INTO declaration_finding (tenant_id, parcel_id, position, rule, severity, row_no, field, value, maybe, rules, at)
            SELECT current_tenant(), n.parcel_id, n.position, n.rule, n.severity, n.row_no, n.field, n.value, n.maybe, n.rules, ?
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS n (parcel_id, position, rule, severity, row_no, field, value, maybe, rules)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FindingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One finding about one parcel, and the rules it was judged by. */
    record Note(long parcelId, Finding finding, String rules) {}

    /** Puts these findings in the place of all former ones of these parcels. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(List<DueParcel> parcels, List<Note> notes) {
        jdbc.sql("DELETE FROM declaration_finding WHERE tenant_id = current_tenant() AND parcel_id = ANY (?)")
                .param(parcels.stream().map(DueParcel::id).toArray(Long[]::new))
                .update();
        if (notes.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .params(
                        Timestamp.from(clock.instant()),
                        notes.stream().map(Note::parcelId).toArray(Long[]::new),
                        positions(notes),
                        texts(notes, n -> n.finding().rule()),
                        texts(notes, n -> n.finding().severity().name()),
                        notes.stream().map(n -> n.finding().place().line()).toArray(Long[]::new),
                        texts(notes, n -> n.finding().place().column()),
                        texts(notes, n -> n.finding().value()),
                        texts(notes, n -> n.finding().maybe()),
                        texts(notes, Note::rules))
                .update();
    }

    private static Integer[] positions(List<Note> notes) {
        Map<Long, Integer> counts = new HashMap<>();
        return notes.stream()
                .map(n -> counts.merge(n.parcelId(), 1, Integer::sum))
                .toArray(Integer[]::new);
    }

    private static String[] texts(List<Note> notes, java.util.function.Function<Note, String> part) {
        return notes.stream().map(part).toArray(String[]::new);
    }
}
