package org.tongdao.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A booking as it stands.
 *
 * @param promised the last promise; empty when its way is gone and no other is known
 * @param turn 1 as booked, one more for each promise since
 */
public record RouteBooking(
        long id,
        Map<String, String> fields,
        JourneyDocument journey,
        int slots,
        double costCny,
        Instant arrives,
        Optional<Instant> promised,
        int turn,
        String reason,
        String bookedBy,
        boolean cancelled,
        boolean stranded) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static RouteBooking read(ResultSet row) throws SQLException {
        return new RouteBooking(
                row.getLong("id"),
                JSON.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                JSON.readValue(row.getString("journey"), JourneyDocument.class),
                row.getInt("slots"),
                row.getLong("cost") / 100.0,
                row.getTimestamp("arrives_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("promised_at")).map(java.sql.Timestamp::toInstant),
                row.getInt("turn"),
                String.valueOf(row.getString("reason")),
                row.getString("booked_by"),
                row.getTimestamp("cancelled_at") != null,
                row.getBoolean("stranded"));
    }
}
