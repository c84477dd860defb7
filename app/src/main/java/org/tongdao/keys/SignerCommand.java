package org.tongdao.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tongdao.platform.WorkStopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/tongdao signer}: a process on the PC that holds the key; the server asks it to sign. Starts without database. */
@Command(
        name = "signer",
        description = "sign for a server from the PC that holds the key (docs/formats/keys.md)",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "KIND is soft, pkcs12, smart-key or pkcs11; ADDRESS a file, ws://127.0.0.1:61232 or",
            "a library. It listens on 127.0.0.1 only; another PC reaches it through a tunnel."
        })
public final class SignerCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--kind", description = "where the key is (default: ${DEFAULT-VALUE})")
    private String kind = "soft";

    @Option(names = "--address", description = "its file, address or library (default: ${DEFAULT-VALUE})")
    private String address = "customs-sm2.pem";

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "folder of key files, secrets and the token (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("var/keys");

    @Option(names = "--secret-file", description = "file with PIN or password, beside the keys")
    private String secretFile = "";

    @Option(
            names = "--per-minute",
            description = "signatures a minute at most, 0 for no limit (default: ${DEFAULT-VALUE})")
    private int perMinute = 250;

    @Option(names = "--port", description = "port on 127.0.0.1 (default: ${DEFAULT-VALUE})")
    private int port = 61233;

    @Option(names = "--check", description = "only say which key answers, and end")
    private boolean check;

    @Option(names = "--json", description = "with --check: print one JSON object")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var file = new KeyFile(folder.toAbsolutePath());
        try {
            var key = file.signer(kind, address, file.secret(secretFile));
            if (key instanceof Probed probed) {
                probed.probe();
            }
            if (check) {
                return told(Map.of(
                        "keyName", key.keyName(), "profile", key.profile().name()));
            }
            var token = token(folder.resolve("agent.token"));
            try (var agent = new SignerAgent(port, key, Pace.of(perMinute), token)) {
                agent.start();
                System.out.println("Key " + key.keyName() + " (" + key.profile() + ") signs at http://127.0.0.1:"
                        + agent.port() + "  token: " + folder.resolve("agent.token") + "  (Ctrl-C stops it)");
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (WorkStopped e) {
            told(Map.of("rule", e.rule(), "value", e.value(), "maybe", e.maybe()));
            return 1;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private int told(Map<String, String> what) {
        if (json) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(new java.util.TreeMap<>(what)));
        } else {
            new java.util.TreeMap<>(what).forEach((name, value) -> System.out.println(name + ": " + value));
        }
        return 0;
    }

    /** Made once, readable by its owner only. */
    static String token(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    private RuntimeException wrong(String why) {
        return spec == null ? new IllegalStateException(why) : new ParameterException(spec.commandLine(), why);
    }
}
