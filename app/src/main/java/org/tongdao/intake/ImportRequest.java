package org.tongdao.intake;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to take in.
 *
 * @param merchant whose orders these are where the file does not say; also the owner of the kept mapping
 * @param mapping how to read the columns (docs/formats/mapping.md); without one the merchant's kept mapping when it fits, else header synonyms
 */
public record ImportRequest(Path file, String merchant, Optional<Path> mapping) {

    public static ImportRequest of(Path file) {
        return new ImportRequest(file, "default", Optional.empty());
    }

    public ImportRequest withMapping(Path path) {
        return new ImportRequest(file, merchant, Optional.of(path));
    }
}
