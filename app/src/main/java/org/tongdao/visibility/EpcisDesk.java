package org.tongdao.visibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.platform.Loop;

/** The door for programs that speak EPCIS 2.0: events are told here and asked for here. */
@Component
public class EpcisDesk {

    /** Who tells: a key, and its name for people. */
    public record Teller(long key, String name) {}

    private static final String CAPTURES = """
            SELECT id, all_or_none, created_at, finished_at, taken, known, refused, %s AS results FROM epcis_capture
            WHERE tenant_id = current_tenant() AND api_key = ? AND %s ORDER BY id DESC LIMIT ?""";

    private final JdbcClient jdbc;
    private final EventSearch search;
    private final Clock clock;

    EpcisDesk(JdbcClient jdbc, EventSearch search, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.clock = clock;
    }

    /** Puts a document down, in the caller's transaction; it is worked at soon. {@code document} was read as JSON before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long capture(Teller teller, byte[] document, boolean allOrNone) {
        Loop.ring(CaptureClerk.LOOP);
        return jdbc.sql("""
                INSERT INTO epcis_capture (tenant_id, api_key, teller, all_or_none, body, created_at)
                VALUES (current_tenant(), ?, ?, ?, ?, ?) RETURNING id""")
                .params(teller.key(), teller.name(), allOrNone, document, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** A call of this key with its results. */
    @Transactional(readOnly = true)
    public Optional<Capture> find(long id, long key) {
        return jdbc.sql(CAPTURES.formatted("results", "id = ?"))
                .params(key, id, 1)
                .query(EpcisDesk::capture)
                .optional();
    }

    /** The calls of this key without their results, newest first, from below {@code before}. */
    @Transactional(readOnly = true)
    public List<Capture> list(long key, Optional<Long> before, int most) {
        return jdbc.sql(CAPTURES.formatted("'[]'", "id < ?"))
                .params(key, before.orElse(Long.MAX_VALUE), most)
                .query(EpcisDesk::capture)
                .list();
    }

    /** Events of ours and of partners, oldest first. */
    @Transactional(readOnly = true)
    public EventQuery.Page events(EventQuery query) {
        return search.page(query);
    }

    /** Whether this can be the {@code after} of a query. */
    public boolean isToken(String token) {
        return EventSearch.isToken(token);
    }

    private static Capture capture(ResultSet row, int n) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new Capture(
                row.getLong("id"),
                row.getBoolean("all_or_none"),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? Optional.<Instant>empty() : Optional.of(finished.toInstant()),
                row.getInt("taken"),
                row.getInt("known"),
                row.getInt("refused"),
                row.getString("results"));
    }
}
