package org.tongdao.visibility;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Does one call of a partner in one transaction, events and results together: killed anywhere, it is done again as a whole. */
@Component
class CaptureWork {

    private record Open(long id, boolean allOrNone, byte[] body) {}

    /** How each event fared, and those to keep. */
    private record Verdict(List<Integer> count, ArrayNode results, List<CaptureReading.Told> fresh) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Reports reports;
    private final Clock clock;

    CaptureWork(JdbcClient jdbc, Reports reports, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.clock = clock;
    }

    /** The oldest open call of the running tenant; false when there is none that nobody else works at. */
    @Transactional
    public boolean step() {
        var open = jdbc.sql("""
                SELECT id, all_or_none, body FROM epcis_capture
                WHERE tenant_id = current_tenant() AND finished_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED""").query(Open.class).optional();
        open.ifPresent(this::take);
        return open.isPresent();
    }

    private void take(Open call) {
        var tree = JSON.readTree(call.body());
        var list = tree.path("epcisBody").path("eventList");
        List<CaptureReading.Told> told = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            told.add(CaptureReading.read(list.get(i), tree.path("@context"), i));
        }
        reports.lock();
        var verdict = judge(told, call.allOrNone());
        Instant now = clock.instant();
        reports.add(call.id(), verdict.fresh(), now);
        jdbc.sql("""
                UPDATE epcis_capture SET finished_at = ?, taken = ?, known = ?, refused = ?, results = ?
                WHERE tenant_id = current_tenant() AND id = ?""")
                .params(
                        Timestamp.from(now),
                        verdict.count().get(0),
                        verdict.count().get(1),
                        verdict.count().get(2),
                        verdict.results().toString(),
                        call.id())
                .update();
    }

    private Verdict judge(List<CaptureReading.Told> told, boolean allOrNone) {
        Map<String, byte[]> byId =
                reports.known(told.stream().filter(t -> t.event().isPresent()).toList());
        Map<String, String> byContent = new HashMap<>();
        byId.forEach((id, content) -> byContent.put(HexFormat.of().formatHex(content), id));
        List<CaptureReading.Told> fresh = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        List<List<Finding>> said = new ArrayList<>();
        for (var one : told) {
            var content = HexFormat.of().formatHex(one.sha256());
            var findings = new ArrayList<>(one.findings());
            if (one.event().isPresent() && conflicts(one, byId)) {
                findings.add(Finding.error(
                        "EPCIS-CONFLICT",
                        Place.of(one.pointer() + "/eventID"),
                        one.eventId(),
                        "This id was told before with other content; an event does not change, tell a new one."));
            }
            boolean refused = findings.stream().anyMatch(Finding::stops);
            boolean known = !refused && byContent.containsKey(content);
            outcomes.add(refused ? "refused" : known ? "known" : "taken");
            said.add(findings);
            if (!refused && !known) {
                fresh.add(one);
                byId.put(one.eventId(), one.sha256());
                byContent.put(content, one.eventId());
            }
        }
        boolean none = allOrNone && outcomes.contains("refused");
        if (none) {
            fresh.clear();
            outcomes.replaceAll(o -> o.equals("taken") ? "left out" : o);
        }
        var count = List.of("taken", "known", "refused").stream()
                .map(o -> (int) outcomes.stream().filter(o::equals).count())
                .toList();
        return new Verdict(count, results(told, outcomes, said), fresh);
    }

    private static boolean conflicts(CaptureReading.Told one, Map<String, byte[]> byId) {
        return Optional.ofNullable(byId.get(one.eventId()))
                .filter(before -> !Arrays.equals(before, one.sha256()))
                .isPresent();
    }

    private static ArrayNode results(List<CaptureReading.Told> told, List<String> outcomes, List<List<Finding>> said) {
        var results = JSON.createArrayNode();
        for (int i = 0; i < told.size(); i++) {
            var result = results.addObject();
            result.put("pointer", told.get(i).pointer());
            result.put("eventID", told.get(i).eventId());
            result.put("outcome", outcomes.get(i));
            var findings = result.putArray("findings");
            said.get(i)
                    .forEach(f -> findings.addObject()
                            .put("pointer", f.place().source())
                            .put("code", f.rule())
                            .put("severity", f.severity().name())
                            .put("value", f.value())
                            .put("fix", f.maybe()));
        }
        return results;
    }
}
