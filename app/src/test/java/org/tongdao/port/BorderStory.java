package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A train from Urumqi that stands at Dostyk, and the one that takes its containers on; for tests of what comes after port. */
@Component
public class BorderStory {

    private final JdbcClient jdbc;

    BorderStory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers that tests ask for. */
    public record Told(String first, String second, List<String> containers) {}

    /** Works as the caller's tenant; {@code containers} with two parcels each. */
    @Transactional
    public Told arrived(Instant at, int containers) {
        int tenant = jdbc.sql("SELECT current_tenant()").query(Integer.class).single();
        var chain = TrainChain.create(jdbc, tenant, containers, 2);
        fact(chain.first(), "T090", "URC", at.minusSeconds(50_000));
        fact(chain.first(), "T180", "DST", at);
        return new Told(
                TrainChain.FIRST,
                TrainChain.SECOND,
                IntStream.range(0, containers)
                        .mapToObj(n -> TrainChain.containerNo(tenant, n))
                        .toList());
    }

    private void fact(long train, String milestone, String node, Instant at) {
        jdbc.sql("INSERT INTO train_fact VALUES (current_tenant(), ?, ?, ?, ?)")
                .params(train, milestone, node, Timestamp.from(at))
                .update();
    }
}
