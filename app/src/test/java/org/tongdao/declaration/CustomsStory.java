package org.tongdao.declaration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.NumberRange;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.WorldClock;

/** What stories at the customs desk begin with: an empty tenant, the clock at a Monday morning, and an office that answers. */
@OnDatabase
class CustomsStory {

    @Autowired
    Declarations declarations;

    @Autowired
    Imports imports;

    @Autowired
    BrokerQueue queue;

    @Autowired
    FolderWire wire;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NumberRange numbers;

    @Autowired
    FreshTenant tenants;

    @TempDir
    Path folder;

    int tenant;
    Shipments shipments;
    CustomsDays days;

    @BeforeEach
    void start() {
        tenant = tenants.create();
        shipments = new Shipments(jdbc, transaction, numbers);
        days = new CustomsDays(wire, clock, declarations);
        clock.set(Shipments.AT);
    }

    @AfterEach
    void release() {
        clock.release();
    }

    /** One column of text, in the order of the query. */
    List<String> told(String sql) {
        return transaction.execute(t -> jdbc.sql(sql).query(String.class).list());
    }

    long count(String sql) {
        Long count = transaction.execute(t -> jdbc.sql(sql).query(Long.class).single());
        return count == null ? -1 : count;
    }

    static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
