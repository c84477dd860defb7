package org.tongdao.customs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Numbers of documents and messages in the form the interface wants: 36 characters, upper case. */
public final class Guid {

    private Guid() {}

    /** The number that belongs to a key; the same key always has the same number, so that building a message again gives the same bytes (I-14). */
    public static String of(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
