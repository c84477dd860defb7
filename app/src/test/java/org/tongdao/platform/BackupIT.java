package org.tongdao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.tree.TreeStory;

/** A backup of a living installation, restored elsewhere, is the same installation; a damaged one leaves nothing behind. */
@OnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {

    @TempDir
    static Path folder;

    @Autowired
    Backup backup;

    @Autowired
    PlatformSettings settings;

    @Autowired
    FreshTenant tenants;

    @Autowired
    TreeStory tree;

    private Path file;

    @BeforeAll
    void aLivingInstallation() throws IOException {
        int tenant = tenants.create();
        Tenancy.run(tenant, () -> tree.cleared(tree.accepted(30).parcels(), 0.2));
        write(settings.home().resolve("wire/" + tenant + "/customs/in/late.xml"), "came in");
        write(settings.home().resolve("wire/" + tenant + "/customs/out/kept.xml"), "goes out");
        write(settings.home().resolve("keys/one.p12"), "a key");
        file = folder.resolve("all.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            assertThat(backup.write(out).rows()).isGreaterThan(100);
        }
    }

    @Test
    void whatIsRestoredIsWhatWasThereAndWorksOn() throws Exception {
        var home = folder.resolve("home");
        new Restore(home, "").run(file);
        assertThat(home.resolve("keys/one.p12")).hasContent("a key");
        try (var server = EmbeddedServer.open(home.resolve("db"))) {
            var again = new ByteArrayOutputStream();
            new Backup(server, new PlatformSettings(home, ""), java.time.Clock.systemUTC()).write(again);
            var second = folder.resolve("second.zip");
            Files.write(second, again.toByteArray());
            assertThat(manifest(second).tables()).isEqualTo(manifest(file).tables());
            assertThat(manifest(second).sequences()).isEqualTo(manifest(file).sequences());
            try (var connection = Backup.owner(server.url())) {
                var next = Backup.pairs(
                        connection,
                        "INSERT INTO audit_log (tenant_id, actor, role, action, subject) VALUES (1, 'a', 'r', 'x', 's')"
                                + " RETURNING id > coalesce((SELECT max(id) FROM audit_log), 0)");
                assertThat(next.get(0)[0]).isEqualTo("t");
            }
        }
        assertThatThrownBy(() -> new Restore(home, "").run(file)).hasMessageContaining("in use");
    }

    @Test
    void aDamagedOrCutFileLeavesNothingBehind() throws IOException {
        var home = folder.resolve("hurt");
        var cut = folder.resolve("cut.zip");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
        assertThatThrownBy(() -> new Restore(home, "").run(cut)).isInstanceOf(IOException.class);
        var changed = folder.resolve("changed.zip");
        var tenants = text(file, "tables/tenant.copy");
        var renamed = tenants.replace("Home consolidator", "Somebody else");
        assertThat(renamed).isNotEqualTo(tenants);
        copy(file, changed, "tables/tenant.copy", renamed);
        assertThatThrownBy(() -> new Restore(home, "").run(changed)).hasMessageContaining("tables/tenant.copy");
        var outside = folder.resolve("outside.zip");
        copy(file, outside, "home/../escaped.txt", "x");
        try (var server = EmbeddedServer.open(home.resolve("db"));
                var connection = Backup.owner(server.url())) {
            assertThat(Backup.pairs(connection, "SELECT count(*) FROM parcel").get(0)[0])
                    .isEqualTo("0");
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        assertThatThrownBy(() -> new Restore(home, "").run(outside)).hasMessageContaining("outside");
        assertThat(folder.resolve("escaped.txt")).doesNotExist();
    }

    @Test
    void anotherVersionsBackupIsRefusedWithWhatToDo() throws IOException {
        var other = folder.resolve("other.zip");
        var known = manifest(file);
        var versions = new java.util.ArrayList<>(known.versions());
        versions.remove(0);
        var changed = new BackupManifest(1, known.madeAt(), versions, known.tables(), known.sequences(), known.files());
        copy(file, other, BackupManifest.NAME, BackupManifest.JSON.writeValueAsString(changed));
        assertThatThrownBy(() -> new Restore(folder.resolve("hurt"), "").run(other))
                .hasMessageContaining("version that made it");
    }

    private static BackupManifest manifest(Path of) throws IOException {
        try (var zip = new ZipFile(of.toFile())) {
            return BackupManifest.read(zip);
        }
    }

    /** The same zip with one entry put in or written anew. */
    private static String text(Path from, String name) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static void copy(Path from, Path to, String name, String content) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (var in = zip.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static void write(Path to, String content) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
        Files.writeString(to, content);
    }
}
