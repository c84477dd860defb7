package org.tongdao.printing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tongdao.printing.Handover.Outcome;
import org.tongdao.printing.RawPrinter.Tried;

/** Where an agent prints: {@code tcp://host:port}, a device file such as {@code /dev/usb/lp0}, or a folder that takes one file a copy. */
record PrintTarget(String to) {

    PrintTarget {
        if (to.startsWith("tcp:")
                && (URI.create(to).getHost() == null || URI.create(to).getPort() > 65_535)) {
            throw new IllegalArgumentException(to + " is no tcp://HOST:PORT");
        }
    }

    Tried print(String name, String zpl) {
        byte[] page = zpl.getBytes(StandardCharsets.UTF_8);
        if (to.startsWith("tcp:")) {
            var address = URI.create(to);
            return RawPrinter.print(address.getHost(), address.getPort() < 0 ? Printer.RAW : address.getPort(), page);
        }
        Path path = Path.of(to);
        try {
            if (Files.isDirectory(path)) {
                return folder(path, name, page);
            }
            if (!Files.exists(path)) {
                return new Tried(Outcome.NOTHING_SENT, path + " is not there");
            }
            Files.write(path, page, StandardOpenOption.WRITE);
            return new Tried(Outcome.PRINTED, "");
        } catch (IOException e) {
            return new Tried(Outcome.UNSURE, path + ": " + e.getClass().getSimpleName());
        }
    }

    /** Whole or not at all: written aside, then renamed. */
    private static Tried folder(Path folder, String name, byte[] page) throws IOException {
        Path aside = Files.write(folder.resolve(name + ".part"), page);
        Files.move(aside, folder.resolve(name + ".zpl"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return new Tried(Outcome.PRINTED, "");
    }
}
