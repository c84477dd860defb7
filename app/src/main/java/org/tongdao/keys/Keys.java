package org.tongdao.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongdao.customs.CebMessage;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.WorkStopped;

/** The company's keys. Their list is read again when its file changes, so that a key can be added while the work goes on. */
@Component
public class Keys {

    private static final long NO_FILE = -1;

    private final KeyFile file;
    private @Nullable KeyRing ring;
    private long readFrom;

    Keys(PlatformSettings settings) {
        this.file = new KeyFile(settings.home().resolve("keys"));
    }

    /**
     * Seals a message with the first key that can, and tries the seal before it is given out.
     *
     * @param at when it must hold: the work clock
     * @throws WorkStopped when no key answers; nothing has happened then
     */
    public Sealed seal(CebMessage message, Instant at) {
        return ring().seal(message, at);
    }

    /**
     * Looks after the keys; asks each at most every ten seconds.
     *
     * @param at the work clock
     * @throws WorkStopped when one of them is not well or its certificate runs out within thirty days
     */
    public void watch(Instant at) {
        ring().watch(at);
    }

    /**
     * How each key stands, in the order they are asked; asks each at most every ten seconds.
     *
     * @throws WorkStopped when the list of keys cannot be read
     */
    public List<KeyState> states() {
        return ring().states();
    }

    private synchronized KeyRing ring() {
        long changed = changed();
        var known = ring;
        if (known == null || changed != readFrom) {
            known = file.ring();
            ring = known;
            readFrom = changed;
        }
        return known;
    }

    private long changed() {
        try {
            return Files.exists(file.path())
                    ? Files.getLastModifiedTime(file.path()).toMillis()
                    : NO_FILE;
        } catch (IOException e) {
            return NO_FILE;
        }
    }
}
