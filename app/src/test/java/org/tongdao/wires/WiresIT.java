package org.tongdao.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.emulator.HttpGate;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.OnDatabase;
import org.tongdao.platform.Outbox;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorkStopped;

/** From the outbox to a far side that shares no folder, and back. */
@OnDatabase
class WiresIT {

    @Autowired
    Wires wires;

    @Autowired
    FolderWire folders;

    @Autowired
    Outbox outbox;

    @Autowired
    FreshTenant tenants;

    @Autowired
    PlatformSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path far;

    private int tenant;
    private HttpGate gate;

    @BeforeEach
    void aGate() throws IOException {
        tenant = tenants.create();
        gate = new HttpGate(0, far);
        list("customs,http,http://127.0.0.1:" + gate.port() + "/customs,");
    }

    @AfterEach
    void byFolderAgain() throws IOException {
        gate.close();
        Files.delete(settings.home().resolve("wires.csv"));
    }

    @Test
    void messagesGoOverHttpInTheirOrderAndByteByByte() throws IOException {
        put("customs", "1.xml", "<通道/>");
        put("customs", "2.xml", "two");
        put("rail", "3.json", "{}");
        assertThat(as(() -> wires.send(List.of("customs", "rail")))).isEqualTo(3);
        assertThat(Files.readString(far.resolve("customs/out/1.xml"))).isEqualTo("<通道/>");
        assertThat(as(() -> folders.out("rail")).resolve("3.json"))
                .as("by folder as before")
                .exists();
        assertThat(as(() -> wires.send(List.of("customs", "rail")))).isZero();
    }

    @Test
    void whileTheFarSideIsAwayTheOutboxHoldsAndARetryIsTheSame() throws IOException {
        put("customs", "1.xml", "one");
        put("customs", "2.xml", "two");
        put("rail", "3.json", "{}");
        int port = gate.port();
        gate.close();
        assertThatThrownBy(() -> as(() -> wires.send(List.of("customs", "rail"))))
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.rule()).isEqualTo("WIRE-FAILED"));
        assertThat(number("SELECT count(*) FROM outbox WHERE sent_at IS NULL"))
                .as("rail is not held by customs")
                .isEqualTo(2);
        assertThat(number("SELECT sum(attempts) FROM outbox WHERE wire = 'customs'"))
                .isOne();
        gate = new HttpGate(port, far);
        assertThat(as(() -> wires.send(List.of("customs")))).isEqualTo(2);
        assertThat(far.resolve("customs/out/1.xml")).hasContent("one");
    }

    @Test
    void theFarSideRefusesOtherBytesUnderAKnownKey() throws IOException {
        Files.createDirectories(far.resolve("customs/out"));
        Files.writeString(far.resolve("customs/out/1.xml"), "something else");
        put("customs", "1.xml", "one");
        assertThatThrownBy(() -> as(() -> wires.send(List.of("customs")))).hasStackTraceContaining("409");
        Files.writeString(far.resolve("customs/out/1.xml"), "one");
        assertThat(as(() -> wires.send(List.of("customs"))))
                .as("an answer was lost, the message was not")
                .isOne();
    }

    @Test
    void aMessageThatIsRefusedTenTimesIsGivenUpAndWhatWaitsBehindItGoes() throws IOException {
        Files.createDirectories(far.resolve("customs/out"));
        Files.writeString(far.resolve("customs/out/1.xml"), "something else");
        put("customs", "1.xml", "one");
        put("customs", "2.xml", "two");
        for (int i = 1; i < 10; i++) {
            assertThatThrownBy(() -> as(() -> wires.send(List.of("customs")))).hasStackTraceContaining("409");
        }
        assertThat(far.resolve("customs/out/2.xml")).doesNotExist();
        assertThat(as(() -> wires.send(List.of("customs")))).isOne();
        assertThat(far.resolve("customs/out/2.xml")).hasContent("two");
        assertThat(number(
                        "SELECT count(*) FROM outbox WHERE message_key = '1.xml' AND attempts = 10 AND sent_at IS NULL"
                                + " AND dead_reason LIKE 'PUT %/customs/1.xml answered 409'"))
                .isOne();
    }

    @Test
    void aFarSideThatIsAwayIsWaitedForWithoutEnd() throws IOException {
        put("customs", "1.xml", "one");
        int port = gate.port();
        gate.close();
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> as(() -> wires.send(List.of("customs")))).isInstanceOf(WorkStopped.class);
        }
        gate = new HttpGate(port, far);
        Files.createDirectories(far.resolve("customs/out"));
        Files.writeString(far.resolve("customs/out/1.xml"), "something else");
        assertThatThrownBy(() -> as(() -> wires.send(List.of("customs")))).hasStackTraceContaining("409");
        assertThat(number("SELECT count(*) FROM outbox WHERE attempts = 13 AND refusals = 1 AND dead_reason IS NULL"))
                .isOne();
        Files.delete(far.resolve("customs/out/1.xml"));
        assertThat(as(() -> wires.send(List.of("customs")))).isOne();
    }

    @Test
    void answersComeIntoTheIncomingFolderOnce() throws IOException {
        Files.createDirectories(far.resolve("customs/in"));
        Files.writeString(far.resolve("customs/in/a.xml"), "<a/>");
        Files.writeString(far.resolve("customs/in/b.xml"), "<b/>");
        assertThat(as(() -> wires.fetch(List.of("customs", "rail")))).isEqualTo(2);
        assertThat(as(() -> folders.in("customs")).resolve("a.xml")).hasContent("<a/>");
        assertThat(far.resolve("customs/in/a.xml")).doesNotExist();
        assertThat(as(() -> wires.fetch(List.of("customs")))).isZero();
    }

    @Test
    void overARealBrokerMessagesGoAndComeToo(@TempDir Path home) throws Exception {
        try (var broker = Broker.start(home)) {
            list("customs,amqp," + broker.address() + ",");
            put("customs", "1.xml", "one");
            assertThat(as(() -> wires.send(List.of("customs")))).isOne();
            try (var farSide = new com.rabbitmq.client.ConnectionFactory() {
                        {
                            setUri(broker.address());
                        }
                    }.newConnection();
                    var channel = farSide.createChannel()) {
                var got = channel.basicGet("tongdao." + tenant + ".customs.out", true);
                assertThat(new String(got.getBody(), StandardCharsets.UTF_8)).isEqualTo("one");
                assertThat(got.getProps().getMessageId()).isEqualTo("1.xml");
                channel.basicPublish(
                        "",
                        "tongdao." + tenant + ".customs.in",
                        new com.rabbitmq.client.AMQP.BasicProperties.Builder()
                                .messageId("r.xml")
                                .build(),
                        "<r/>".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(as(() -> wires.fetch(List.of("customs")))).isOne();
            assertThat(as(() -> folders.in("customs")).resolve("r.xml")).hasContent("<r/>");
        }
    }

    @Test
    void aMistakeInTheListIsSaidInWords() throws IOException {
        list("customs,pigeon,,");
        assertThatThrownBy(() -> as(() -> wires.send(List.of("customs"))))
                .isInstanceOfSatisfying(WorkStopped.class, e -> {
                    assertThat(e.rule()).isEqualTo("WIRE-CONFIG");
                    assertThat(e.value()).contains("pigeon");
                });
    }

    private long changes = System.currentTimeMillis();

    private void list(String line) throws IOException {
        var file = settings.home().resolve("wires.csv");
        Files.writeString(file, "tenant,wire,kind,address,secret_file\n" + tenant + "," + line + "\n");
        changes += 1000;
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(changes + tenant * 100_000L));
    }

    private void put(String wire, String key, String text) {
        Tenancy.run(
                tenant,
                () -> transaction.executeWithoutResult(
                        t -> outbox.put(wire, key, text.getBytes(StandardCharsets.UTF_8))));
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return Tenancy.as(tenant, work);
    }

    private long number(String sql) {
        return as(() -> transaction.execute(t -> jdbc.sql(sql).query(Long.class).single()));
    }
}
