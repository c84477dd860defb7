package org.tongdao.keys;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.tongdao.customs.Pkcs12Key;
import org.tongdao.customs.Signer;
import org.tongdao.customs.SoftKey;
import org.tongdao.platform.WorkStopped;

/** Reads {@code keys/signers.csv}: which keys there are, in the order they are asked. Without the file there is one soft key. See docs/formats/keys.md. */
final class KeyFile {

    /** The work clock may stand in the past; a soft key counts there too. */
    private static final Instant SOFT_KEY_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEFAULT_KEY = "customs-sm2.pem";

    private final Path folder;

    KeyFile(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder.resolve("signers.csv");
    }

    KeyRing ring() {
        if (!Files.exists(path())) {
            return ring(List.of(key(new KeyLine("soft", "soft", soft(folder.resolve(DEFAULT_KEY)), Pace.of(0)))));
        }
        var keys = new ArrayList<RingKey>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(path())) {
            var names = new HashSet<String>();
            for (var row : rows) {
                if (!names.add(row.getField("name"))) {
                    throw new IllegalArgumentException("the name '" + row.getField("name") + "' stands twice");
                }
                keys.add(key(row));
            }
        } catch (IOException e) {
            throw wrong("cannot be read", e);
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
        return ring(keys);
    }

    private KeyRing ring(List<RingKey> keys) {
        return new KeyRing(keys, new OutOfServiceFile(folder));
    }

    private RingKey key(NamedCsvRecord row) {
        var perMinute = row.getField("per_minute").strip();
        return key(new KeyLine(
                row.getField("name"),
                row.getField("kind"),
                signer(row.getField("kind"), row.getField("address"), secret(row.getField("secret_file"))),
                Pace.of(perMinute.isEmpty() ? 0 : Integer.parseInt(perMinute))));
    }

    private static RingKey key(KeyLine line) {
        return new RingKey(line, System::nanoTime);
    }

    /** @param secret asked when it is needed and never kept */
    Signer signer(String kind, String address, Supplier<String> secret) {
        return switch (kind) {
            case "soft" -> soft(folder.resolve(address));
            case "pkcs12" ->
                Pkcs12Key.read(bytes(folder.resolve(address)), secret.get().toCharArray());
            case "smart-key" -> new SmartKey(URI.create(address), secret, PATIENCE);
            case "agent" -> new AgentKey(URI.create(address), secret);
            case "pkcs11" -> {
                int hash = address.indexOf('#');
                var library = hash < 0 ? address : address.substring(0, hash);
                yield new Pkcs11Key(
                        Path.of(library), hash < 0 ? 0 : Integer.parseInt(address.substring(hash + 1)), secret);
            }
            default ->
                throw new IllegalArgumentException(
                        "kind is '" + kind + "'. Maybe soft, pkcs12, smart-key, agent or pkcs11.");
        };
    }

    /** The secret in a file beside, without the line end. */
    Supplier<String> secret(String file) {
        return () -> {
            if (file.isBlank()) {
                throw new IllegalArgumentException("secret_file is empty, but this kind of key needs a secret");
            }
            return new String(bytes(folder.resolve(file)), java.nio.charset.StandardCharsets.UTF_8).strip();
        };
    }

    private static SoftKey soft(Path file) {
        return SoftKey.openOrCreate(file, SOFT_KEY_FROM, new SecureRandom());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file " + file + " cannot be read", e);
        }
    }

    private WorkStopped wrong(String why, Exception e) {
        return new WorkStopped("KEY-CONFIG", path() + ": " + why, "see docs/formats/keys.md", e);
    }
}
