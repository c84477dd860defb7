package org.tongdao.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Serial numbers without gaps: taken in the caller's transaction, given back when it rolls back, unique for the whole installation. */
@Component
public class NumberRange {

    private final JdbcClient jdbc;

    NumberRange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes {@code count} numbers of {@code kind} (S10, SSCC, CONTAINER, SEAL …) and returns the first; the rest follow it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long take(String kind, int count) {
        jdbc.sql("INSERT INTO number_range (kind, next) VALUES (:kind, 0) ON CONFLICT DO NOTHING")
                .param("kind", kind)
                .update();
        return jdbc.sql("UPDATE number_range SET next = next + :count WHERE kind = :kind RETURNING next - :count")
                .param("count", count)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }
}
