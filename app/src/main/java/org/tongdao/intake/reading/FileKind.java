package org.tongdao.intake.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is by its first bytes; its name is not believed. */
enum FileKind {
    ZIP,
    OLD_EXCEL,
    TEXT;

    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        return startsWith(head, 0xD0, 0xCF, 0x11, 0xE0) ? OLD_EXCEL : TEXT;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
