package org.tongdao.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What PostgreSQL's planner knows of the tables. Right after a bulk load it knows nothing and takes every table for tiny; a load that others will
 * join against ends with {@link #refresh}.
 */
@Component
public class TableStatistics {

    private final JdbcClient jdbc;

    TableStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks at a sample of each table (names are trusted text); tens of milliseconds, no effect on content. */
    @Transactional
    public void refresh(String... tables) {
        jdbc.sql("ANALYZE " + String.join(", ", tables)).update();
    }
}
