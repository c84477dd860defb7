package org.tongdao.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What lies in a home folder that nobody serves. */
public final class Restored {

    private Restored() {}

    /** Rows of these tables, by the owner, of all tenants. */
    public static Map<String, Long> rows(Path home, String... tables) throws IOException {
        var rows = new TreeMap<String, Long>();
        try (var server = EmbeddedServer.open(home.resolve("db"));
                var connection = Backup.owner(server.url())) {
            for (var table : tables) {
                rows.put(
                        table,
                        Long.valueOf(Backup.pairs(connection, "SELECT count(*) FROM " + table)
                                .get(0)[0]));
            }
            return rows;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
