package org.tongdao.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.stereotype.Component;

/**
 * Writes everything of an installation, all tenants, into one zip while work goes on: the rows of one instant, the keys, the wire folders.
 *
 * <p>What lies in an incoming folder is copied before the instant and what lies in an outgoing one after it, so that after a restore a message may be seen
 * twice, which the inbox and the far side know, but never not at all. See docs/formats/backup.md.
 */
@Component
public class Backup {

    static final String TABLES = """
            SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'flyway_schema_history'
            GROUP BY c.relname ORDER BY c.relname
            """;
    static final String VERSIONS =
            "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY version COLLATE \"C\"";
    private static final String SEQUENCES =
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL";

    /** What went into it. */
    public record Summary(int tables, long rows, int files) {}

    private final Server server;
    private final Path home;
    private final Clock clock;

    Backup(Server server, PlatformSettings settings, Clock clock) {
        this.server = server;
        this.home = settings.home();
        this.clock = clock;
    }

    /** Writes the zip and leaves the stream open. */
    public Summary write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        int files = files(zip, false);
        BackupManifest manifest;
        try (var connection = owner(server.url())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            var tables = new ArrayList<BackupManifest.Table>();
            for (var pair : pairs(connection, TABLES)) {
                tables.add(table(zip, connection, pair));
            }
            var sequences = new TreeMap<String, Long>();
            pairs(connection, SEQUENCES).forEach(pair -> sequences.put(pair[0], Long.parseLong(pair[1])));
            var versions =
                    pairs(connection, VERSIONS).stream().map(pair -> pair[0]).toList();
            files += files(zip, true);
            manifest = new BackupManifest(
                    BackupManifest.FORMAT, clock.instant().toString(), versions, tables, sequences, files);
        } catch (SQLException e) {
            throw new IOException("the backup stopped: " + e.getMessage(), e);
        }
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(BackupManifest.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        return new Summary(manifest.tables().size(), manifest.rows(), files);
    }

    private static BackupManifest.Table table(ZipOutputStream zip, Connection connection, String[] pair)
            throws SQLException, IOException {
        var table = new BackupManifest.Table(pair[0], pair[1], 0, "");
        zip.putNextEntry(new ZipEntry(table.entry()));
        var digested = new DigestOutputStream(zip, sha256());
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY \"" + pair[0] + "\" (" + pair[1] + ") TO STDOUT", digested);
        zip.closeEntry();
        return new BackupManifest.Table(pair[0], pair[1], rows, hex(digested.getMessageDigest()));
    }

    /** Everything under home but the database; outgoing folders alone when {@code outgoing}, all the rest when not. */
    private int files(ZipOutputStream zip, boolean outgoing) throws IOException {
        int count = 0;
        for (var file : under(home)) {
            var name = home.relativize(file).toString().replace('\\', '/');
            if (!name.startsWith("db/") && name.matches("wire/[^/]+/[^/]+/out/.*") == outgoing) {
                count += copy(zip, file, name);
            }
        }
        return count;
    }

    /** 0 when it was moved on meanwhile: then the instant of the database knows of it. */
    private static int copy(ZipOutputStream zip, Path file, String name) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        }
        zip.putNextEntry(new ZipEntry("home/" + name));
        zip.write(content);
        zip.closeEntry();
        return 1;
    }

    private static List<Path> under(Path home) throws IOException {
        try (var all = Files.find(home, 12, (path, is) -> is.isRegularFile() && !path.startsWith(home.resolve("db")))) {
            return all.sorted().toList();
        }
    }

    /** A connection with the owner's rights that row-level security does not blind; refused when it would. */
    static Connection owner(String url) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        var connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "SET row_security = off"); // reading less than everything is an error, never a shorter backup
            statement.execute("SET timezone = 'UTC'");
        }
        return connection;
    }

    /** The rows of a question of one or two columns. */
    static List<String[]> pairs(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            var all = new ArrayList<String[]>();
            while (rows.next()) {
                all.add(new String[] {rows.getString(1), columns > 1 ? rows.getString(2) : ""});
            }
            return all;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
