package org.tongdao.keys;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Keeps the keys of one list until its file changes. */
final class KeyShelf {

    private static final long NO_FILE = -1;

    private final KeyFile file;
    private @Nullable KeyRing ring;
    private long readFrom;

    KeyShelf(KeyFile file) {
        this.file = file;
    }

    synchronized KeyRing ring() {
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
