package org.tongdao.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A token of SoftHSM (Debian: softhsm2) behind its PKCS #11 library. The library reads where its tokens lie from the environment, so the test works in a
 * process of its own; without the library it is skipped.
 */
class Pkcs11KeyTest {

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    @TempDir
    Path folder;

    @Test
    void anRsaKeyInAnHsmSealsInTheOldProfile() throws Exception {
        token();
        assertThat(check("1234")).contains("profile: RSA_SHA1");
    }

    @Test
    void aWrongPinIsSaidInWords() throws Exception {
        token();
        assertThat(check("9999")).contains("rule: KEY-UNREACHABLE");
    }

    @Test
    void aLibraryThatIsNotThereIsSaidInWords() {
        var key = new Pkcs11Key(folder.resolve("none.so"), 0, () -> "1234");
        assertThatThrownBy(key::probe).hasMessageContaining("KEY-UNREACHABLE");
    }

    /** What {@code bin/tongdao signer --check} says. */
    private String check(String pin) throws Exception {
        Files.writeString(folder.resolve("pin"), pin);
        return run(List.of(
                java("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.tongdao.Tongdao",
                "signer",
                "--check",
                "--kind",
                "pkcs11",
                "--address",
                LIBRARY + "#0",
                "--keys",
                folder.toString(),
                "--secret-file",
                "pin"));
    }

    private void token() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(LIBRARY) && Files.exists(Path.of("/usr/bin/softhsm2-util")),
                "no softhsm2 on this machine");
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        run(List.of(
                "softhsm2-util", "--init-token", "--slot", "0", "--label", "t", "--so-pin", "0000", "--pin", "1234"));
        var config = Files.writeString(folder.resolve("p11.cfg"), "name=t\nlibrary=" + LIBRARY + "\nslotListIndex=0\n");
        run(List.of(
                java("keytool"),
                "-genkeypair",
                "-alias",
                "k",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=hsm",
                "-keystore",
                "NONE",
                "-storetype",
                "PKCS11",
                "-addprovider",
                "SunPKCS11",
                "-providerarg",
                config.toString(),
                "-storepass",
                "1234"));
    }

    private String run(List<String> command) throws Exception {
        var log = Files.createTempFile(folder, "run", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        var process = builder.start();
        assertThat(process.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return Files.readString(log);
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }
}
