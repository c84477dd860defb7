package org.tongdao.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The part of a departure that containers ride together, from where they board to where they leave: it becomes one train order. */
record ServiceRun(
        long id, String service, String mode, int gaugeMm, String from, String to, Instant departs, Instant arrives) {

    static ServiceRun read(ResultSet row) throws SQLException {
        return new ServiceRun(
                row.getLong("id"),
                row.getString("service_code"),
                row.getString("mode"),
                row.getInt("gauge_mm"),
                row.getString("from_node"),
                row.getString("to_node"),
                row.getTimestamp("departs_at").toInstant(),
                row.getTimestamp("arrives_at").toInstant());
    }
}
