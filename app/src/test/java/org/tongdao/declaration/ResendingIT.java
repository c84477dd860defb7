package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.NumberRange;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Tenancy;

/** What was sent and not answered goes once more with the same bytes (I-14); what waits or is answered does not. */
@OnDatabase
class ResendingIT {

    @Autowired
    Resending resending;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NumberRange numbers;

    @Autowired
    FreshTenant tenants;

    @Test
    void onlyWhatIsSentAndNotAnsweredGoesAgainAndKeepsItsBytes() {
        Tenancy.run(tenants.create(), () -> {
            new Shipments(jdbc, transaction, numbers).inspected("O-1");
            long message = number("SELECT id FROM customs_message WHERE tenant_id = current_tenant()");
            assertThat(resending.again(message)).as("it waits").isFalse();
            run("UPDATE outbox SET sent_at = now() WHERE tenant_id = current_tenant()");
            assertThat(resending.again(message)).as("it is answered").isFalse();
            run("DELETE FROM customs_state WHERE tenant_id = current_tenant()");
            String before = bytes();
            assertThat(resending.again(message)).as("customs is silent").isTrue();
            assertThat(resending.again(message)).as("it waits again").isFalse();
            assertThat(number("SELECT count(*) FROM outbox WHERE tenant_id = current_tenant() AND sent_at IS NULL"))
                    .isEqualTo(1);
            assertThat(bytes()).isEqualTo(before);
        });
    }

    private String bytes() {
        return Objects.requireNonNull(transaction.execute(
                t -> jdbc.sql("SELECT encode(sha256, 'hex') FROM outbox WHERE tenant_id = current_tenant()")
                        .query(String.class)
                        .single()));
    }

    private long number(String sql) {
        return Objects.requireNonNull(
                transaction.execute(t -> jdbc.sql(sql).query(Long.class).single()));
    }

    private void run(String sql) {
        transaction.executeWithoutResult(t -> jdbc.sql(sql).update());
    }
}
