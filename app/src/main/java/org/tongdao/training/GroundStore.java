package org.tongdao.training;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.WorkClock;

/** The world of one attempt, in its ground. */
@Component
class GroundStore {

    private static final String FIRST_TRAIN = """
            SELECT t.train_no, t.to_node, t.planned_arrival FROM train t
            JOIN train_fact f ON f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090'
            WHERE t.tenant_id = current_tenant() ORDER BY f.at, t.id LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final WorkClock clock;

    GroundStore(JdbcClient jdbc, WorkClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record World(
            String lesson,
            String trainee,
            int hurry,
            boolean seeks,
            @Nullable OffsetDateTime begunAt,
            @Nullable OffsetDateTime runTo) {}

    record Train(String trainNo, String toNode, OffsetDateTime plannedArrival) {}

    @Transactional
    void open(Lesson lesson, String trainee, String scenario, Instant from) {
        jdbc.sql(
                        "INSERT INTO training_world (tenant_id, lesson, trainee, scenario, hurry, seeks) VALUES (current_tenant(), ?, ?, ?, ?, ?)")
                .params(lesson.code(), trainee, scenario, lesson.hurry(), lesson.seeks())
                .update();
        jdbc.sql("INSERT INTO work_clock (tenant_id, now) VALUES (current_tenant(), ?)")
                .param(Timestamp.from(from))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<World> world() {
        return jdbc.sql(
                        "SELECT lesson, trainee, hurry, seeks, begun_at, run_to FROM training_world WHERE tenant_id = current_tenant()")
                .query(World.class)
                .optional();
    }

    /** The train a lesson is about: the first that left. */
    @Transactional(readOnly = true)
    Optional<Train> train() {
        return jdbc.sql(FIRST_TRAIN).query(Train.class).optional();
    }

    /** From now on it runs without rest until then. */
    @Transactional
    void found(Instant until) {
        jdbc.sql("UPDATE training_world SET seeks = false, run_to = ? WHERE tenant_id = current_tenant() AND seeks")
                .param(Timestamp.from(until))
                .update();
    }

    @Transactional
    void begin(Lesson lesson, Instant now) {
        boolean first = jdbc.sql(
                                "UPDATE training_world SET begun_at = ?, run_to = NULL WHERE tenant_id = current_tenant() AND begun_at IS NULL")
                        .param(Timestamp.from(now))
                        .update()
                == 1;
        for (int n = 0; first && n < lesson.goals().size(); n++) {
            var goal = lesson.goals().get(n);
            jdbc.sql(
                            "INSERT INTO training_goal (tenant_id, position, goal, points, due_at) VALUES (current_tenant(), ?, ?, ?, ?)")
                    .params(n + 1, goal.goal().name(), goal.points(), Timestamp.from(now.plus(goal.within())))
                    .update();
        }
    }

    /** Looks at what is not reached yet. */
    @Transactional
    void mark(Instant now) {
        jdbc.sql("UPDATE training_world SET run_to = NULL WHERE tenant_id = current_tenant() AND run_to <= ?")
                .param(Timestamp.from(now))
                .update();
        for (var open : open()) {
            boolean met =
                    jdbc.sql(Goal.valueOf(open).question()).query(Boolean.class).single();
            if (met) {
                jdbc.sql(
                                "UPDATE training_goal SET met_at = ? WHERE tenant_id = current_tenant() AND goal = ? AND met_at IS NULL")
                        .params(Timestamp.from(now), open)
                        .update();
            }
        }
    }

    private List<String> open() {
        return jdbc.sql(
                        "SELECT goal FROM training_goal WHERE tenant_id = current_tenant() AND met_at IS NULL ORDER BY position")
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    List<Standing.Goal> goals() {
        return jdbc.sql(
                        "SELECT goal, points, due_at, met_at FROM training_goal WHERE tenant_id = current_tenant() ORDER BY position")
                .query((row, n) -> new Standing.Goal(
                        row.getString("goal"),
                        row.getInt("points"),
                        row.getTimestamp("due_at").toInstant(),
                        instant(row.getTimestamp("met_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    @Transactional
    void hurry(int seconds) {
        jdbc.sql("UPDATE training_world SET hurry = ? WHERE tenant_id = current_tenant()")
                .param(seconds)
                .update();
    }

    /** When something is due in the world of this ground, as far as its last pulse knew. */
    @Transactional(readOnly = true)
    Optional<Instant> nextDue() {
        return jdbc.sql("SELECT next_due FROM work_pulse WHERE tenant_id = current_tenant() AND next_due > work_now")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Runs without rest until then. */
    @Transactional
    void runTo(Instant until) {
        jdbc.sql("UPDATE training_world SET run_to = ? WHERE tenant_id = current_tenant() AND begun_at IS NOT NULL")
                .param(Timestamp.from(until))
                .update();
    }

    /** Removes every row of this ground (V141); refused before thirty days have passed since it was closed. */
    @Transactional
    long empty() {
        return jdbc.sql("SELECT empty_ground()").query(Long.class).single();
    }

    @Transactional(readOnly = true)
    Optional<Instant> now() {
        return clock.find();
    }
}
