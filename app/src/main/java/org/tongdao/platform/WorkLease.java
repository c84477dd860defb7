package org.tongdao.platform;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one node of an installation do a kind of work while the others stand by. The lease is a row with an end on database time: who does not renew it
 * loses it, and a node that was killed is replaced as soon as its lease has run out.
 */
@Component
public class WorkLease {

    private static final String TAKE = """
            INSERT INTO work_lease (name, holder, until) VALUES (:name, :holder, clock_timestamp() + :millis * interval '1 millisecond')
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE work_lease.holder = excluded.holder OR work_lease.until < clock_timestamp()
            """;

    private final JdbcClient jdbc;

    WorkLease(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or renews the lease for {@code length} from now; false while another holder has it. */
    @Transactional
    public boolean take(String name, String holder, Duration length) {
        return jdbc.sql(TAKE)
                        .param("name", name)
                        .param("holder", holder)
                        .param("millis", length.toMillis())
                        .update()
                == 1;
    }

    /** Gives the lease back at once, so that another node need not wait for its end. */
    @Transactional
    public void release(String name, String holder) {
        jdbc.sql("UPDATE work_lease SET until = clock_timestamp() WHERE name = ? AND holder = ?")
                .params(name, holder)
                .update();
    }
}
