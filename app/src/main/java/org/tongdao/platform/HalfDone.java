package org.tongdao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Removes what a process killed during its very first start left half done: programs that were still being unpacked, a data folder that was still being
 * created. Neither holds anything of the user's: a data folder counts from its server's first start on, which writes {@code postmaster.opts}.
 */
final class HalfDone {

    private HalfDone() {}

    /** To be called by the holder of the folder's lock, after the processes left over on {@code data} have ended. */
    static void remove(Path programs, Path data) throws IOException {
        if (Files.isDirectory(programs)) {
            try (var unpacked = Files.list(programs)) {
                unpacked.filter(each -> Files.isDirectory(each) && Files.notExists(each.resolve(".exists")))
                        .forEach(HalfDone::delete);
            }
        }
        if (Files.isDirectory(data) && Files.notExists(data.resolve("postmaster.opts"))) {
            delete(data);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove the half-made folder " + folder, e);
        }
    }
}
