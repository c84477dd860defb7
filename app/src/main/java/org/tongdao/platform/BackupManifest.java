package org.tongdao.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of contents of a backup, its last entry.
 *
 * @param versions schema migrations that were applied when it was made
 * @param tables in the order of their names
 * @param sequences last number given by each that gave one
 * @param files of the home folder
 */
record BackupManifest(
        int format, String madeAt, List<String> versions, List<Table> tables, Map<String, Long> sequences, int files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** One table: its columns as SQL, its rows, and the SHA-256 of them as PostgreSQL's COPY text. */
    record Table(String name, String columns, long rows, String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    static BackupManifest read(ZipFile zip) throws IOException {
        var entry = zip.getEntry(NAME);
        if (entry == null) {
            throw new IOException(
                    zip.getName()
                            + " is no backup, or it was cut off: manifest.json is missing. Maybe the disk was full when it was made.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var manifest = JSON.readValue(in.readAllBytes(), BackupManifest.class);
            if (manifest.format() != FORMAT) {
                throw new IOException(
                        zip.getName() + " has format " + manifest.format() + "; this program reads " + FORMAT + ".");
            }
            return manifest;
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
