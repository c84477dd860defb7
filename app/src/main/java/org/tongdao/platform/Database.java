package org.tongdao.platform;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens PostgreSQL, embedded or external, brings the schema up to date as its owner, and works as {@code tongdao_app}, which owns nothing. */
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    WorldClock worldClock() {
        return new WorldClock();
    }

    /** Closed as the last of all beans, so that the standing work can give its lease back when the process is told to end. */
    @Bean(destroyMethod = "close")
    Server server(PlatformSettings settings) {
        return settings.db().isEmpty()
                ? EmbeddedServer.openUntilClosed(settings.home().resolve("db"))
                : new Server(settings.db(), () -> {});
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Server server) {
        migrate(server.url());
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.setConnectionInitSql("SET ROLE tongdao_app");
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        pool.setPoolName("tongdao");
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(HikariDataSource dataSource) {
        return new TenantTransactions(dataSource);
    }

    private static void migrate(String url) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(url);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
