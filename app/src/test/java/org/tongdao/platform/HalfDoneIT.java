package org.tongdao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** A first start that was killed half-way does not keep the next one from starting, and a finished one keeps its data. */
class HalfDoneIT {

    @Test
    void halfUnpackedProgramsAndAHalfMadeDataFolderAreMadeAnew() throws Exception {
        var folder = TestHome.create();
        leave(folder.resolve("bin/PG-0123456789abcdef/lib/libicuuc.so"));
        leave(folder.resolve("data/PG_VERSION"));
        leave(folder.resolve("data/postmaster.pid"));
        create(folder);
        assertThat(Files.exists(folder.resolve("bin/PG-0123456789abcdef"))).isFalse();
        assertThat(rows(folder))
                .as("a second start finds the data of the first")
                .isEqualTo(1);
    }

    private static void leave(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private static void create(Path folder) throws Exception {
        try (var server = EmbeddedServer.open(folder);
                var connection = DriverManager.getConnection(server.url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 1 AS one");
        }
    }

    private static int rows(Path folder) throws Exception {
        try (var server = EmbeddedServer.open(folder);
                var connection = DriverManager.getConnection(server.url());
                var answer = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
