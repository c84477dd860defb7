package org.tongdao.training;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attempts, in the tenant of the trainee. */
@Component
class AttemptStore {

    private static final String OPEN_GROUND = """
            INSERT INTO tenant (id, code, name, training) SELECT max(id) + 1, 'lesson-' || max(id) + 1, 'Training ' || ?, true FROM tenant RETURNING id
            """;

    /** Two who open a ground in the same moment would choose the same number. */
    private static final long OPENING = 7_262_026;

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a ground for this attempt; empty when this person already practises. */
    @Transactional
    Optional<Integer> begin(String trainee, String lesson) {
        if (ground(trainee).isPresent()) {
            return Optional.empty();
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(OPENING).query(rs -> {});
        int ground = jdbc.sql(OPEN_GROUND).param(trainee).query(Integer.class).single();
        jdbc.sql("INSERT INTO training_attempt (tenant_id, ground, lesson, trainee) VALUES (current_tenant(), ?, ?, ?)")
                .params(ground, lesson, trainee)
                .update();
        return Optional.of(ground);
    }

    /** The ground on which this person practises now. */
    @Transactional(readOnly = true)
    Optional<Integer> ground(String trainee) {
        return jdbc.sql(
                        "SELECT ground FROM training_attempt WHERE tenant_id = current_tenant() AND trainee = ? AND ended_at IS NULL")
                .param(trainee)
                .query(Integer.class)
                .optional();
    }

    /** Ends the attempt; nobody works on its ground any more. False when it had ended already. */
    @Transactional
    boolean end(int ground, int points, int most) {
        boolean ended = jdbc.sql(
                                "UPDATE training_attempt SET ended_at = clock_timestamp(), points = ?, most = ? WHERE tenant_id = current_tenant() AND ground = ? AND ended_at IS NULL")
                        .params(points, most, ground)
                        .update()
                == 1;
        if (ended) {
            jdbc.sql("UPDATE tenant SET closed_at = clock_timestamp() WHERE id = ? AND training")
                    .param(ground)
                    .update();
        }
        return ended;
    }

    /** Grounds that ended so long ago that nothing of them is kept, the oldest first. */
    @Transactional(readOnly = true)
    List<Integer> over() {
        return jdbc.sql("""
                        SELECT a.ground FROM training_attempt a JOIN tenant t ON t.id = a.ground AND t.training
                        WHERE a.tenant_id = current_tenant() AND t.emptied_at IS NULL AND t.closed_at < clock_timestamp() - interval '30 days'
                        ORDER BY a.id LIMIT 20""").query(Integer.class).list();
    }

    /** The latest attempts, of one person or of everybody. */
    @Transactional(readOnly = true)
    List<Attempt> latest(Optional<String> trainee) {
        return jdbc.sql("""
                        SELECT trainee, lesson, started_at, ended_at, points, most FROM training_attempt
                        WHERE tenant_id = current_tenant() AND (:trainee = '' OR trainee = :trainee) ORDER BY id DESC LIMIT 50""")
                .param("trainee", trainee.orElse(""))
                .query(Attempt.class)
                .list();
    }
}
