package org.tongdao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnDatabase
class GroundIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NumberRange numbers;

    @Autowired
    Outbox outbox;

    @Autowired
    Inbox inbox;

    @Autowired
    TableStatistics statistics;

    @Autowired
    FreshTenant tenants;

    @Test
    void aTenantSeesOnlyItsOwnRowsAndNobodySeesNone() {
        int mine = tenants.create();
        int other = tenants.create();
        Tenancy.run(mine, () -> transaction.executeWithoutResult(t -> outbox.put("customs", "a.xml", new byte[] {1})));
        assertThat(Tenancy.as(mine, this::messages)).isEqualTo(1);
        assertThat(Tenancy.as(other, this::messages)).isZero();
        assertThat(messages()).isZero();
    }

    @Test
    void aRowForAnotherTenantIsRefused() {
        int mine = tenants.create();
        int other = tenants.create();
        assertThatThrownBy(() -> Tenancy.run(
                        mine,
                        () -> transaction.executeWithoutResult(
                                t -> jdbc.sql("INSERT INTO work_clock VALUES (" + other + ", now())")
                                        .update())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theSameMessageIsPutOnceAndTakenOnce() {
        int mine = tenants.create();
        Tenancy.run(
                mine,
                () -> transaction.executeWithoutResult(t -> {
                    outbox.put("rail", "x", new byte[] {1});
                    outbox.put("rail", "x", new byte[] {1});
                    assertThat(inbox.accept("rail", "y", new byte[] {2})).isTrue();
                    assertThat(inbox.accept("rail", "y", new byte[] {2})).isFalse();
                }));
        assertThat(Tenancy.as(mine, this::messages)).isEqualTo(1);
    }

    @Test
    void numbersComeBackWhenTheTransactionFails() {
        long first = transaction.execute(t -> numbers.take("TEST", 3));
        transaction.executeWithoutResult(t -> {
            numbers.take("TEST", 100);
            t.setRollbackOnly();
        });
        assertThat(transaction.<Long>execute(t -> numbers.take("TEST", 1))).isEqualTo(first + 3);
    }

    @Test
    void everyTableWithATenantForcesRowLevelSecurityAndTheApplicationOwnsNothing() {
        long unprotected = tenants.asOwner("""
                SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                           AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polwithcheck IS NOT NULL))""");
        assertThat(unprotected).isZero();
        assertThat(
                        tenants.asOwner(
                                "SELECT count(*) FROM pg_class WHERE relowner = 'tongdao_app'::regrole AND relpersistence <> 't'"))
                .isZero();
        assertThat(tenants.asOwner("""
                SELECT count(*) FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
                  AND NOT coalesce('security_invoker=true' = ANY (reloptions) OR 'security_invoker=on' = ANY (reloptions), false)""")).isZero();
    }

    @Test
    void theApplicationCannotChangeWhatIsAppendOnly() {
        int mine = tenants.create();
        assertThatThrownBy(() -> Tenancy.run(
                        mine,
                        () -> transaction.executeWithoutResult(
                                t -> jdbc.sql("DELETE FROM inbox").update())))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theEmbeddedServerKeepsWhatItHasPromised() {
        assertThat(
                        tenants.asOwner(
                                "SELECT count(*) FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'on'"))
                .isEqualTo(2);
    }

    @Test
    void textsStandInTheOrderOfTheirCodePointsOnEveryMachine() {
        assertThat(
                        tenants.asOwner(
                                "SELECT count(*) FROM pg_database WHERE datname = current_database() AND datlocprovider = 'b' AND datlocale = 'C.UTF-8'"))
                .isEqualTo(1);
        assertThat(
                        tenants.asOwner(
                                "SELECT (array_position(array_agg(t ORDER BY t), 'é'))::bigint FROM unnest(ARRAY['z', 'é', 'Z', 'a']) AS t"))
                .as("after Z, a and z")
                .isEqualTo(4);
    }

    @Test
    void theApplicationRefreshesThePlannersStatisticsItself() {
        statistics.refresh("number_range");
        assertThat(
                        tenants.asOwner(
                                "SELECT count(*) FROM pg_stat_user_tables WHERE relname = 'number_range' AND last_analyze IS NOT NULL"))
                .isEqualTo(1);
    }

    private long messages() {
        Long count = transaction.execute(
                t -> jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single());
        return count == null ? -1 : count;
    }
}
