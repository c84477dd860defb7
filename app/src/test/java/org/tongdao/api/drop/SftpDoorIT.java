package org.tongdao.api.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.intake.OrderLines;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.TenantList;
import tools.jackson.databind.json.JsonMapper;

/** A merchant with an SFTP client and a key: his own box, nothing above it, whole files only, answered as in any folder. */
@OnDatabase
class SftpDoorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    @Autowired
    SftpDoor door;

    @Autowired
    Drop drop;

    @Autowired
    FreshTenant tenants;

    @Autowired
    TenantList list;

    @Autowired
    PlatformSettings settings;

    int tenant;
    int port;
    KeyPair key;
    SshClient client;

    @BeforeEach
    void aMerchantWithAKey() throws Exception {
        tenant = tenants.create();
        key = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        admit(key, "Tianshan Trade");
        port = door.open("127.0.0.1", 0);
        client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, serverKey) -> true);
        client.start();
    }

    @AfterEach
    void shut() {
        client.stop();
        door.close();
    }

    @Test
    void aFilePutIsTakenInByTheSameParserAndItsAckAndErrorsAreFetched() throws Exception {
        byte[] orders = file();
        try (var session = session(key);
                var sftp = sftp(session)) {
            assertThat(names(sftp, "/")).contains("in", "ack", "err", "done");
            write(sftp, "/in/orders.csv", orders);
            assertThat(names(sftp, "/in")).containsExactly("orders.csv");
            assertThat(drop.sweep(tenant)).isEqualTo(1);
            var ack = new JsonMapper().readTree(sftp.read("/ack/orders.csv.ack").readAllBytes());
            assertThat(ack.at("/outcome").asString()).isEqualTo("taken");
            assertThat(ack.at("/accepted").asInt()).isEqualTo(1);
            assertThat(new String(
                            sftp.read("/err/" + ack.at("/errors").asString()).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("TS-2");
            sftp.remove("/ack/orders.csv.ack");
            write(sftp, "/in/again.csv.part", orders);
            sftp.rename("/in/again.csv.part", "/in/again.csv");
            drop.sweep(tenant);
            assertThat(new JsonMapper()
                            .readTree(sftp.read("/ack/again.csv.ack").readAllBytes())
                            .at("/outcome")
                            .asString())
                    .isEqualTo("known");
        }
        assertThat(tenants.asOwner("SELECT count(*) FROM customer_order WHERE tenant_id = " + tenant))
                .isEqualTo(1);
    }

    @Test
    void aFileUnderWayOrBrokenOffIsNotSeen() throws Exception {
        byte[] orders = file();
        var session = session(key);
        var sftp = sftp(session);
        var handle = sftp.open("/in/half.csv", OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
        sftp.write(handle, 0, orders, 0, orders.length / 2);
        assertThat(drop.sweep(tenant)).as("under way").isZero();
        session.close(true).await(PATIENCE);
        try (var later = session(key);
                var again = sftp(later)) {
            assertThat(names(again, "/in")).doesNotContain("half.csv");
            assertThat(drop.sweep(tenant)).as("broken off").isZero();
        }
    }

    @Test
    void aKeyLeadsToItsOwnBoxAndNowhereElse() throws Exception {
        var other = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        admit(other, "Rival Shop");
        try (var session = session(other);
                var sftp = sftp(session)) {
            write(sftp, "/in/rival.csv", new byte[] {1});
        }
        Files.writeString(settings.home().resolve("secret.txt"), "secret");
        try (var session = session(key);
                var sftp = sftp(session)) {
            for (String path : List.of("/../secret.txt", "../../../secret.txt", "/in/../../Rival Shop/in/rival.csv")) {
                assertThatThrownBy(() -> sftp.read(path).readAllBytes())
                        .as(path)
                        .isInstanceOf(IOException.class);
            }
            assertThat(names(sftp, "/..")).doesNotContain("Rival Shop");
            for (String path : List.of("/mine.txt", "/ack/x.ack", "/err/x.csv", "/done/x.csv", "/in/../x.csv")) {
                assertThatThrownBy(() -> write(sftp, path, new byte[] {1}))
                        .as(path)
                        .isInstanceOf(IOException.class);
            }
            assertThatThrownBy(() -> sftp.mkdir("/in/sub")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.rmdir("/in")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.symLink("/in/link", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.rename("/in", "/out")).isInstanceOf(IOException.class);
            assertThat(outputOf(session, "echo ran")).isEmpty();
        }
    }

    @Test
    void withoutAnAdmittedKeyNobodyComesIn() throws Exception {
        var stranger = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        assertThatThrownBy(() -> session(stranger)).isInstanceOf(IOException.class);
        admit(key, "Second Box");
        assertThatThrownBy(() -> session(key))
                .as("two boxes, and nobody knows which")
                .isInstanceOf(IOException.class);
        Files.delete(keys("Second Box"));
        session(key).close();
        Files.delete(keys("Tianshan Trade"));
        assertThatThrownBy(() -> session(key)).as("out at once").isInstanceOf(IOException.class);
        var byPassword =
                client.connect("shop", "127.0.0.1", port).verify(PATIENCE).getSession();
        byPassword.addPasswordIdentity("secret");
        assertThatThrownBy(() -> byPassword.auth().verify(PATIENCE)).isInstanceOf(IOException.class);
    }

    @Test
    void eachLoginStandsInTheTrailOfItsTenantWithKeyAndAddress() throws Exception {
        session(key).close();
        session(key).close();
        var who = "FROM audit_log WHERE tenant_id = " + tenant
                + " AND actor = 'sftp Tianshan Trade' AND action = 'sftp login' AND subject LIKE '"
                + KeyUtils.getFingerPrint(key.getPublic()) + " from /127.0.0.1:%'";
        assertThat(tenants.asOwner("SELECT count(*) " + who)).isEqualTo(2);
    }

    @Test
    void aFullBoxTakesNoMoreAndTheFileThatFilledItIsNotTaken() throws Exception {
        door.close();
        System.setProperty("tongdao.sftp.quota-mb", "6");
        try {
            port = door.open("127.0.0.1", 0);
        } finally {
            System.clearProperty("tongdao.sftp.quota-mb");
        }
        try (var session = session(key);
                var sftp = sftp(session)) {
            write(sftp, "/in/fits.csv.part", new byte[3 << 20]);
            assertThatThrownBy(() -> write(sftp, "/in/huge.csv", new byte[20 << 20]))
                    .isInstanceOf(IOException.class);
            assertThat(names(sftp, "/in")).containsExactly("fits.csv.part");
            write(sftp, "/in/more.csv.part", new byte[3 << 20]);
            assertThatThrownBy(() -> write(sftp, "/in/orders.csv", file())).isInstanceOf(IOException.class);
            sftp.remove("/in/more.csv.part");
            write(sftp, "/in/orders.csv", file());
        }
        assertThat(drop.sweep(tenant)).isEqualTo(1);
    }

    private byte[] file() throws IOException {
        OrderLines.file().row().row("order no", "TS-2", "hs", "0000000001").write(temp, "orders.csv");
        return Files.readAllBytes(temp.resolve("orders.csv"));
    }

    private Path keys(String merchant) {
        return settings.home().resolve("sftp").resolve(list.code(tenant)).resolve(merchant + ".pub");
    }

    private void admit(KeyPair who, String merchant) throws IOException {
        Files.createDirectories(keys(merchant).getParent());
        Files.writeString(
                keys(merchant),
                "# key of " + merchant + "\nnonsense\n" + PublicKeyEntry.toString(who.getPublic()) + "\n");
    }

    private ClientSession session(KeyPair who) throws IOException {
        var session = client.connect("shop", "127.0.0.1", port).verify(PATIENCE).getSession();
        session.addPublicKeyIdentity(who);
        session.auth().verify(PATIENCE);
        return session;
    }

    /** What a command says within a second; nothing, where there is no shell. */
    private static String outputOf(ClientSession session, String command) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var channel = session.createExecChannel(command)) {
            channel.setOut(out);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED, ClientChannelEvent.EOF), Duration.ofSeconds(1));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static SftpClient sftp(ClientSession session) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session);
    }

    private static void write(SftpClient sftp, String path, byte[] bytes) throws IOException {
        try (var out = sftp.write(path)) {
            out.write(bytes);
        }
    }

    private static List<String> names(SftpClient sftp, String path) throws IOException {
        List<String> names = new ArrayList<>();
        for (var entry : sftp.readEntries(path)) {
            if (!entry.getFilename().startsWith(".")) {
                names.add(entry.getFilename());
            }
        }
        return names;
    }
}
