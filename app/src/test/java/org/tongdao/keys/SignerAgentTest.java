package org.tongdao.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.customs.SoftKey;
import org.tongdao.emulator.SmartKeyServer;
import org.tongdao.platform.WorkStopped;

/** The agent at the PC that holds the key, and the server that asks it. */
class SignerAgentTest {

    @TempDir
    Path folder;

    private final SoftKey card = Lists.key();

    @Test
    void theServerSealsWithAKeyThatItDoesNotHold() throws IOException {
        try (var agent = new SignerAgent(0, card, Pace.of(0), "secret")) {
            agent.start();
            var ring = new KeyRing(
                    List.of(new RingKey(
                            new KeyLine("pc", "agent", key(agent, "secret"), Pace.of(0)), System::nanoTime)),
                    new OutOfServiceFile(folder));
            ring.watch(Lists.NOW);
            assertThat(ring.seal(Lists.message(), Lists.NOW).keyName()).isEqualTo(card.keyName());
        }
    }

    @Test
    void withoutTheTokenItSaysNothing() throws IOException {
        try (var agent = new SignerAgent(0, card, Pace.of(0), "secret")) {
            agent.start();
            assertThatThrownBy(() -> key(agent, "guess").probe())
                    .isInstanceOfSatisfying(
                            WorkStopped.class, e -> assertThat(e.value()).contains("401"));
        }
    }

    @Test
    void itSignsWhatCustomsSignaturesCoverAndNothingElse() throws IOException {
        try (var agent = new SignerAgent(0, card, Pace.of(0), "secret")) {
            agent.start();
            assertThatThrownBy(() ->
                            key(agent, "secret").sign("a contract".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .hasMessageContaining("400");
        }
    }

    @Test
    void aKeyPulledAtThePcIsToldToTheServer() throws IOException {
        try (var server = new SmartKeyServer(0, card, "1234");
                var smart = new SmartKey(
                        URI.create("ws://127.0.0.1:" + server.port()), () -> "1234", Duration.ofSeconds(5));
                var agent = new SignerAgent(0, smart, Pace.of(0), "secret")) {
            agent.start();
            var key = key(agent, "secret");
            key.probe();
            server.unplug();
            assertThatThrownBy(key::probe)
                    .isInstanceOfSatisfying(
                            WorkStopped.class, e -> assertThat(e.rule()).isEqualTo("KEY-UNREACHABLE"));
            server.plug();
            key.probe();
        }
    }

    @Test
    void anAgentThatDoesNotRunIsSaidInWords() throws IOException {
        var agent = new SignerAgent(0, card, Pace.of(0), "secret");
        agent.start();
        var key = key(agent, "secret");
        agent.close();
        assertThatThrownBy(key::probe)
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.maybe()).contains("bin/tongdao signer"));
    }

    @Test
    void itsTokenIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        var file = folder.resolve("agent.token");
        var token = SignerCommand.token(file);
        assertThat(token).hasSize(64).isEqualTo(SignerCommand.token(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theProcessSignsForAnother() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tongdao.Tongdao",
                        "signer",
                        "--port",
                        "0",
                        "--keys",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            var ring = new KeyFile(folder);
            var address = awaitAddress(process);
            Files.writeString(
                    ring.path(),
                    "name,kind,address,secret_file,per_minute\npc,agent," + address + ",agent.token,250\n");
            var sealed = ring.ring().seal(Lists.message(), Lists.NOW);
            assertThat(sealed.keyName()).isNotBlank();
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private String awaitAddress(Process process) throws Exception {
        var pattern = java.util.regex.Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            var found = pattern.matcher(Files.readString(folder.resolve("log")));
            if (found.find()) {
                return found.group();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the agent does not open: " + Files.readString(folder.resolve("log")));
    }

    private static AgentKey key(SignerAgent agent, String token) {
        return new AgentKey(URI.create("http://127.0.0.1:" + agent.port()), () -> token);
    }
}
