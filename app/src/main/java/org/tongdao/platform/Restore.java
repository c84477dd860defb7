package org.tongdao.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** Fills an empty installation from a backup: all of it, or nothing. */
public final class Restore {

    private static final String USED =
            "SELECT EXISTS (SELECT FROM app_user) OR EXISTS (SELECT FROM order_batch) OR EXISTS (SELECT FROM audit_log)";

    private final Path home;
    private final String db;

    /** @param db JDBC address of an external PostgreSQL with a superuser; empty: the embedded one under home */
    public Restore(Path home, String db) {
        this.home = home;
        this.db = db;
    }

    /**
     * Reads the whole file back.
     *
     * @throws IOException when the file is no whole backup, was made by another version, or the installation is not empty; says what to do
     */
    public Backup.Summary run(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = BackupManifest.read(zip);
            try (Server server = db.isEmpty() ? EmbeddedServer.open(home.resolve("db")) : new Server(db, () -> {})) {
                rows(zip, manifest, server.url());
            }
            int files = files(zip);
            return new Backup.Summary(manifest.tables().size(), manifest.rows(), files);
        } catch (SQLException e) {
            throw new IOException("nothing was restored: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void rows(ZipFile zip, BackupManifest manifest, String url) throws IOException, SQLException {
        migrate(manifest, url);
        try (var connection = Backup.owner(url)) {
            check(manifest, connection);
            connection.setAutoCommit(false);
            // rows come in the order of the tables' names: references hold again when all are there
            execute(connection, "SET LOCAL session_replication_role = replica");
            execute(
                    connection,
                    manifest.tables().stream()
                            .map(table -> '"' + table.name() + '"')
                            .collect(Collectors.joining(", ", "TRUNCATE ", "")));
            for (var table : manifest.tables()) {
                fill(zip, table, connection);
            }
            for (var sequence : manifest.sequences().entrySet()) {
                execute(
                        connection,
                        "SELECT setval('\"" + sequence.getKey() + "\"'::regclass, " + sequence.getValue() + ")");
            }
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "ANALYZE");
        }
    }

    /** The schema as it was when the backup was made; what came later is applied when the installation is opened. */
    private static void migrate(BackupManifest manifest, String url) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(url);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(manifest.versions().get(manifest.versions().size() - 1))
                .load()
                .migrate();
    }

    private static void check(BackupManifest manifest, Connection connection) throws SQLException, IOException {
        List<String> here = Backup.pairs(connection, Backup.VERSIONS).stream()
                .map(pair -> pair[0])
                .toList();
        if (!here.equals(manifest.versions())) {
            throw new IOException("nothing was restored: the backup was made by a program whose schema has "
                    + manifest.versions().size() + " steps up to "
                    + manifest.versions().get(manifest.versions().size() - 1) + ", this one has "
                    + here.size() + " up to there. Restore it with the version that made it, then start this one.");
        }
        if (Backup.pairs(connection, USED).get(0)[0].equals("t")) {
            throw new IOException(
                    "nothing was restored: this installation is in use. Give --home a folder that does not exist yet, or --db an empty database.");
        }
    }

    private static void fill(ZipFile zip, BackupManifest.Table table, Connection connection)
            throws IOException, SQLException {
        var entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new IOException("nothing was restored: " + table.entry() + " is missing in the backup.");
        }
        try (InputStream in = zip.getInputStream(entry);
                var digested = new DigestInputStream(in, Backup.sha256())) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY \"" + table.name() + "\" (" + table.columns() + ") FROM STDIN", digested);
            if (rows != table.rows() || !Backup.hex(digested.getMessageDigest()).equals(table.sha256())) {
                throw new IOException("nothing was restored: " + table.entry()
                        + " is not what was written. The file is damaged; take an older backup.");
            }
        }
    }

    private int files(ZipFile zip) throws IOException {
        int count = 0;
        Path root = home.toAbsolutePath().normalize();
        for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
            if (!entry.getName().startsWith("home/") || entry.isDirectory()) {
                continue;
            }
            Path to = root.resolve(entry.getName().substring("home/".length())).normalize();
            if (!to.startsWith(root) || to.startsWith(root.resolve("db"))) {
                throw new IOException("the backup names a file outside of the home folder: " + entry.getName());
            }
            Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.write(to, in.readAllBytes());
            }
            count++;
        }
        return count;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
