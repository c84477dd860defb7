package org.tongdao.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.routing.Network;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The route desk's questions: asked on the network as it runs now, and kept with the answer of the moment. */
@Component
public class RouteDesk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WIDEST = 14;

    private final JdbcClient jdbc;
    private final Timetables timetables;
    private final Clock clock;

    RouteDesk(JdbcClient jdbc, Timetables timetables, Clock clock) {
        this.jdbc = jdbc;
        this.timetables = timetables;
        this.clock = clock;
    }

    /** A question that was kept, with its answer then. */
    public record Saved(
            long id, Map<String, String> fields, List<RouteOffer> options, String savedBy, java.time.Instant savedAt) {}

    /** The network that is searched, for names and maps. */
    public Network network() {
        return Corridor.NETWORK;
    }

    /** Fields: from, to, depart, by, weight, volume, size, dangerous, reefer, regime, avoid, via, budget, within; times with an offset. */
    @Transactional(readOnly = true)
    public RouteAnswer ask(Map<String, String> fields) {
        var findings = new ArrayList<Finding>();
        var asked = read(fields, findings);
        if (asked.isEmpty()) {
            return RouteAnswer.none(findings);
        }
        return answer(asked.get());
    }

    /** The same over the departures of so many days, at most {@value #WIDEST}; the question's field {@code window}. */
    @Transactional(readOnly = true)
    public RouteWindow window(Map<String, String> fields) {
        var findings = new ArrayList<Finding>();
        var asked = read(fields, findings);
        int days = days(fields.getOrDefault("window", ""), findings);
        asked.filter(a -> a.budget().given())
                .ifPresent(a -> findings.add(Finding.error(
                        "ROUTE-WINDOW",
                        Place.of("budget"),
                        RouteBudget.text(a.budget().cny()),
                        "Maybe: no budget; each departure shows its cheapest and its surest way")));
        if (!findings.isEmpty() || asked.isEmpty()) {
            return new RouteWindow(List.of(), findings, List.of());
        }
        var question = asked.get().question();
        var search = timetables.at(question.ready(), asked.get().need()).search();
        return RouteWindow.of(search.window(question, question.ready().plus(Duration.ofDays(days))), asked.get());
    }

    private static int days(String text, List<Finding> findings) {
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= WIDEST) {
            return Integer.parseInt(text);
        }
        findings.add(Finding.error("ROUTE-WINDOW", Place.of("window"), text, "Maybe: days from 1 to " + WIDEST));
        return 0;
    }

    Optional<Asked> read(Map<String, String> fields, List<Finding> findings) {
        return RouteQuestion.of(fields, clock.instant(), findings).asked(findings);
    }

    /** A question that was in order when it was asked. */
    static Asked again(Map<String, String> fields) {
        var findings = new ArrayList<Finding>();
        return RouteQuestion.of(fields, java.time.Instant.EPOCH, findings)
                .asked(findings)
                .orElseThrow(() -> new IllegalStateException("a kept question is out of order: " + findings));
    }

    RouteAnswer answer(Asked asked) {
        var search = timetables.at(asked.question().ready(), asked.need()).search();
        var answer = asked.budget().ask(search, asked);
        return new RouteAnswer(
                answer.offers().stream().map(o -> RouteOption.of(o, asked)).toList(),
                answer.findings(),
                answer.blockers(),
                asked.budget());
    }

    /** Keeps a question and what it is answered now; the id is its link. */
    @Transactional
    public long save(Map<String, String> fields, String who) {
        var options = ask(fields).options().stream().map(RouteOption::figures).toList();
        return jdbc.sql("""
                        INSERT INTO route_saved (tenant_id, fields, options, saved_by, saved_at)
                        VALUES (current_tenant(), ?::jsonb, ?::jsonb, ?, ?) RETURNING id""")
                .params(
                        JSON.writeValueAsString(fields),
                        JSON.writeValueAsString(options),
                        who,
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Saved> find(long id) {
        return jdbc.sql("SELECT * FROM route_saved WHERE tenant_id = current_tenant() AND id = ?")
                .param(id)
                .query((row, n) -> new Saved(
                        row.getLong("id"),
                        JSON.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                        JSON.readValue(row.getString("options"), new TypeReference<List<RouteOffer>>() {}),
                        row.getString("saved_by"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }
}
