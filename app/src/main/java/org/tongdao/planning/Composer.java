package org.tongdao.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.loading.Consist;
import org.tongdao.loading.TrainBox;
import org.tongdao.loading.TrainChecker;
import org.tongdao.loading.TrainPlanner;
import org.tongdao.loading.TrainRules;
import org.tongdao.platform.NumberRange;
import org.tongdao.terms.Finding;
import org.tongdao.terms.WagonNo;

/** Makes one train of the containers booked on a run: wagons by the rules of its gauge, judged before it is written. */
@Component
class Composer {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyMMddHH").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final NumberRange numbers;
    private final Clock clock;

    Composer(JdbcClient jdbc, NumberRange numbers, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
    }

    private record Leg(String no, String type, String hub, long grossG) {

        TrainBox box() {
            return new TrainBox(no, type, grossG, hub);
        }
    }

    /** The id of the new train. */
    long compose(ServiceRun run) {
        var boxes = jdbc.sql("""
                        SELECT c.container_no AS no, c.type_code AS type, c.hub, c.gross_g
                        FROM container_leg l JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
                        WHERE l.tenant_id = current_tenant() AND l.service_run_id = ? AND l.train_id IS NULL
                        ORDER BY c.container_no""").param(run.id()).query(Leg.class).list().stream()
                .map(Leg::box)
                .toList();
        var consist = TrainPlanner.plan(TrainRules.of(run.gaugeMm()), boxes);
        var findings = TrainChecker.check(consist, boxes);
        if (!consist.leftOut().isEmpty() || findings.stream().anyMatch(Finding::stops)) {
            throw new IllegalStateException(
                    "booking let more on " + run.service() + " than a train takes: " + consist.leftOut() + findings);
        }
        long train = writeTrain(run, consist, findings);
        writeWagons(train, consist);
        jdbc.sql("""
                        UPDATE container_leg SET train_id = ?
                        WHERE tenant_id = current_tenant() AND service_run_id = ? AND train_id IS NULL""").params(train, run.id()).update();
        return train;
    }

    private String trainNo(ServiceRun run) {
        String no = run.service() + HOUR.format(run.departs());
        int earlier = jdbc.sql("SELECT count(*) FROM train WHERE tenant_id = current_tenant() AND train_no LIKE ?")
                .param(no + "%")
                .query(Integer.class)
                .single();
        return earlier == 0 ? no : no + "-" + (earlier + 1);
    }

    private long writeTrain(ServiceRun run, Consist consist, List<Finding> advice) {
        return jdbc.sql("""
                        INSERT INTO train (tenant_id, train_no, service_run_id, gauge_mm, from_node, to_node, planned_departure, planned_arrival,
                                           composed_at, length_mm, gross_g, rules, advice)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        trainNo(run),
                        run.id(),
                        run.gaugeMm(),
                        run.from(),
                        run.to(),
                        Timestamp.from(run.departs()),
                        Timestamp.from(run.arrives()),
                        Timestamp.from(clock.instant()),
                        consist.lengthMm(),
                        consist.grossG(),
                        consist.rules().source(),
                        advice.stream().map(Composer::line).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static String line(Finding finding) {
        return finding.rule() + ": " + finding.place() + " " + finding.value() + ". " + finding.maybe();
    }

    private void writeWagons(long train, Consist consist) {
        var rules = consist.rules();
        boolean broad = rules.gaugeMm() == 1520;
        long number = numbers.take(
                broad ? "WAGON_1520" : "WAGON_1435", consist.wagons().size());
        int position = 0;
        for (var load : consist.wagons()) {
            position++;
            jdbc.sql(
                            "INSERT INTO train_wagon (tenant_id, train_id, position, wagon_no, model, tare_g, length_mm) VALUES (current_tenant(), ?, ?, ?, ?, ?, ?)")
                    .params(train, position, wagonNo(broad, number++), rules.model(), rules.tareG(), rules.lengthMm())
                    .update();
            for (int slot = 0; slot < load.size(); slot++) {
                jdbc.sql("""
                                INSERT INTO wagon_load (tenant_id, train_id, container_id, position, slot)
                                SELECT tenant_id, ?, id, ?, ? FROM container WHERE tenant_id = current_tenant() AND container_no = ?""")
                        .params(train, position, slot + 1, load.get(slot).no())
                        .update();
            }
        }
    }

    private static String wagonNo(boolean broad, long number) {
        return WagonNo.of(String.format(broad ? "94%05d" : "33334%06d", number)).value();
    }
}
