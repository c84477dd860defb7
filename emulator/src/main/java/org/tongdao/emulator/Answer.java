package org.tongdao.emulator;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * One file on its way back.
 *
 * @param due when it appears
 * @param fileName its name in the incoming folder, see {@link WireName}
 * @param content written when due; must give the same bytes each time
 */
public record Answer(Instant due, String fileName, Supplier<byte[]> content) {

    /** An answer named after its due time, kind and key. */
    public static Answer of(WireName name, Supplier<byte[]> content) {
        return new Answer(name.at(), name.fileName(), content);
    }
}
