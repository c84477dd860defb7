package org.tongdao.api.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongdao.platform.PlatformSettings;

/**
 * Whose key it is: the operator puts {@code <home>/sftp/<tenant code>/<merchant>.pub} (OpenSSH's authorized_keys, a line a key), out of reach of who comes
 * in. Read at each login, so that a key is in or out at once.
 */
@Component
class SftpKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SftpKeys.class);
    private static final String ENDING = ".pub";

    private final Path keys;
    private final Path drop;

    SftpKeys(PlatformSettings platform) {
        this.keys = platform.home().resolve("sftp");
        this.drop = platform.home().resolve("drop");
    }

    /** The box of a key; empty when it has none, or more than one and nobody can tell which is meant. */
    Optional<Path> boxOf(PublicKey key) {
        List<Path> found = new ArrayList<>();
        for (Path tenant : list(keys)) {
            if (Files.isDirectory(tenant)) {
                for (Path file : list(tenant)) {
                    var name = file.getFileName().toString();
                    if (name.endsWith(ENDING) && holds(file, key)) {
                        var merchant = name.substring(0, name.length() - ENDING.length());
                        found.add(drop.resolve(tenant.getFileName().toString()).resolve(merchant));
                    }
                }
            }
        }
        if (found.size() > 1) {
            LOG.warn("the SFTP key {} opens several boxes and therefore none", KeyUtils.getFingerPrint(key));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            LOG.warn("could not list {}", folder, e);
            return List.of();
        }
    }

    /** A line that cannot be read opens nothing and shuts nobody else out. */
    private static boolean holds(Path file, PublicKey key) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            LOG.warn("could not read {}", file, e);
            return false;
        }
        boolean held = false;
        for (String line : lines) {
            held |= is(line.strip(), key, file);
        }
        return held;
    }

    private static boolean is(String line, PublicKey key, Path file) {
        if (line.isEmpty() || line.startsWith("#")) {
            return false;
        }
        try {
            var entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            return entry != null
                    && KeyUtils.compareKeys(key, entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("a line of {} is no public key: {}", file, e.getMessage());
            return false;
        }
    }
}
