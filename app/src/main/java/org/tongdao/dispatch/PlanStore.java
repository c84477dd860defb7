package org.tongdao.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/** The versions of a station's plan; one is added, none is changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanStore {

    private record Head(
            int version,
            int basedOn,
            String kind,
            List<YardPriority> order,
            String actor,
            String reason,
            Instant madeAt) {}

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Version latest(String station) {
        return heads(station, 1).stream()
                .findFirst()
                .map(h -> whole(station, h))
                .orElse(Version.NONE);
    }

    Version get(String station, int version) {
        return heads(station, Integer.MAX_VALUE).stream()
                .filter(h -> h.version() == version)
                .findFirst()
                .map(h -> whole(station, h))
                .orElse(Version.NONE);
    }

    /** The latest versions without their steps, newest first. */
    List<Version> history(String station) {
        return heads(station, 12).stream()
                .map(h -> new Version(
                        h.version(),
                        h.basedOn(),
                        h.kind(),
                        h.order(),
                        h.actor(),
                        h.reason(),
                        h.madeAt(),
                        List.of(),
                        List.of()))
                .toList();
    }

    private List<Head> heads(String station, int most) {
        return jdbc.sql("""
                        SELECT version, based_on, kind, orders, actor, reason, made_at FROM yard_plan
                        WHERE tenant_id = current_tenant() AND station = ? ORDER BY version DESC LIMIT ?""")
                .params(station, most)
                .query((row, n) -> new Head(
                        row.getInt(1),
                        row.getInt(2),
                        row.getString(3),
                        Arrays.stream((String[]) row.getArray(4).getArray())
                                .map(YardPriority::valueOf)
                                .toList(),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    private Version whole(String station, Head head) {
        return new Version(
                head.version(),
                head.basedOn(),
                head.kind(),
                head.order(),
                head.actor(),
                head.reason(),
                head.madeAt(),
                pins(station, head.version()),
                steps(station, head.version()));
    }

    private List<Pin> pins(String station, int version) {
        return jdbc.sql("""
                        SELECT train_id, stage, unit, not_before FROM yard_pin
                        WHERE tenant_id = current_tenant() AND station = ? AND version = ? ORDER BY train_id, stage""")
                .params(station, version)
                .query((row, n) -> new Pin(
                        row.getLong(1),
                        YardStage.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    private List<PlannedStep> steps(String station, int version) {
        return jdbc.sql("""
                        SELECT s.train_id, t.train_no, s.stage, s.resource, s.unit, s.begins_at, s.ends_at
                        FROM yard_step s JOIN train t ON t.tenant_id = s.tenant_id AND t.id = s.train_id
                        WHERE s.tenant_id = current_tenant() AND s.station = ? AND s.version = ? ORDER BY s.begins_at, t.train_no, s.stage""")
                .params(station, version)
                .query((row, n) -> new PlannedStep(
                        row.getLong(1),
                        row.getString(2),
                        YardStage.valueOf(row.getString(3)),
                        YardResource.valueOf(row.getString(4)),
                        row.getInt(5),
                        0,
                        row.getTimestamp(6).toInstant(),
                        row.getTimestamp(6).toInstant(),
                        row.getTimestamp(7).toInstant(),
                        false,
                        PlannedStep.Told.PLANNED))
                .list();
    }

    /** Writes a version; two dispatchers who save at once get two versions or one of them an error, never a mixture. */
    void save(String station, Version version, StationBoard board) {
        jdbc.sql("""
                        INSERT INTO yard_plan (tenant_id, station, version, based_on, kind, orders, actor, reason, made_at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(station, version.version(), version.basedOn(), version.kind())
                .params(
                        version.order().stream().map(Enum::name).toArray(String[]::new),
                        version.actor(),
                        version.reason(),
                        Timestamp.from(version.madeAt()))
                .update();
        for (var pin : version.pins()) {
            jdbc.sql("INSERT INTO yard_pin VALUES (current_tenant(), ?, ?, ?, ?, ?, ?)")
                    .params(
                            station,
                            version.version(),
                            pin.trainId(),
                            pin.stage().name(),
                            pin.unit(),
                            Timestamp.from(pin.notBefore()))
                    .update();
        }
        for (var step : board.steps()) {
            jdbc.sql("INSERT INTO yard_step VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            station,
                            version.version(),
                            step.trainId(),
                            step.stage().name(),
                            step.resource().name(),
                            step.unit())
                    .params(Timestamp.from(step.begin()), Timestamp.from(step.end()))
                    .update();
        }
        for (var hold : board.holds()) {
            if (!hold.fact() && hold.from().isBefore(hold.until())) {
                jdbc.sql("INSERT INTO yard_hold VALUES (current_tenant(), ?, ?, ?, ?, ?, tstzrange(?, ?))")
                        .params(
                                station,
                                version.version(),
                                hold.trainId(),
                                hold.resource().name(),
                                hold.unit())
                        .params(Timestamp.from(hold.from()), Timestamp.from(hold.until()))
                        .update();
            }
        }
    }
}
