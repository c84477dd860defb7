package org.tongdao.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tongdao.terms.Place;

/** Inflates an archive once, counting, before anyone else reads it: entries, ratio, total bytes, rows, names, nothing nested. */
final class BoundedZip {

    private static final Pattern SAFE_NAME = Pattern.compile("[^\\\\:*?\"<>|\\p{Cntrl}]{1,240}");
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(zip|7z|rar|gz|bz2|xz|tar|jar)");

    private final ZipLimits limits;
    private final Place place;
    private long total;

    BoundedZip(ZipLimits limits, Place place) {
        this.limits = limits;
        this.place = place;
    }

    /** Scans the whole archive; returns the names of its files. */
    List<String> scan(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            refuseShape(zip, Files.size(file));
            var names = new ArrayList<String>();
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    inflate(zip, entry);
                    names.add(entry.getName());
                }
            }
            return names;
        } catch (java.util.zip.ZipException e) {
            throw refused("ZIP-DAMAGED", "", "the archive cannot be opened; maybe it is damaged or has a password");
        }
    }

    /** Copies one entry out, counted like everything else. */
    void extract(Path file, String name, Path target) throws IOException {
        try (var zip = new ZipFile(file.toFile());
                var out = Files.newOutputStream(target)) {
            var entry = zip.getEntry(name);
            try (var in = zip.getInputStream(entry)) {
                copy(in, out, entry);
            }
        }
    }

    private void refuseShape(ZipFile zip, long size) {
        if (zip.size() > limits.entries()) {
            throw refused(
                    "ZIP-ENTRIES", "" + zip.size(), "at most " + limits.entries() + " files are read from an archive");
        }
        var names = new HashSet<String>();
        long compressed = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            refuseName(entry.getName());
            if (!names.add(entry.getName())) {
                throw refused(
                        "ZIP-NAME", entry.getName(), "two files in the archive have the same name; pack it again");
            }
            compressed += Math.max(0, entry.getCompressedSize());
        }
        if (compressed > size) {
            throw refused(
                    "ZIP-BOMB", "", "files in the archive overlap each other; pack it again with an ordinary program");
        }
    }

    private void refuseName(String name) {
        boolean climbs = name.startsWith("/") || List.of(name.split("/")).contains("..");
        if (climbs || !SAFE_NAME.matcher(name).matches()) {
            throw refused("ZIP-NAME", name, "a file in the archive has a name that leads out of it; pack it again");
        }
        if (ARCHIVE.matcher(name).matches()) {
            throw refused("ZIP-NESTED", name, "archives inside an archive are not opened; send the order file itself");
        }
    }

    private void inflate(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            var counter = new SheetCounter(limits, entry.getName(), place);
            copy(in, counter, entry);
        }
    }

    private void copy(InputStream in, OutputStream out, ZipEntry entry) throws IOException {
        byte[] block = new byte[1 << 16];
        long inflated = 0;
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            inflated += n;
            total += n;
            long packed = Math.max(1, entry.getCompressedSize());
            if ((inflated > limits.ratioFrom() && inflated / packed > limits.ratio()) || total > limits.total()) {
                throw refused(
                        "ZIP-BOMB",
                        entry.getName(),
                        "it unpacks to more than " + limits.ratio() + " times its size or more than "
                                + (limits.total() >> 20) + " MB; send CSV instead");
            }
            out.write(block, 0, n);
        }
    }

    private RefusedException refused(String rule, String value, String maybe) {
        return RefusedException.of(rule, place, value, maybe);
    }
}
