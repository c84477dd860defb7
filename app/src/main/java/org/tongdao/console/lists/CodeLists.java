package org.tongdao.console.lists;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All tables of data/ as they are packed with the application; read when somebody first asks. */
@Component
class CodeLists {

    private static final String ALL = "classpath*:/data/**/*.csv";
    private static final int VERSION_DIGITS = 8;

    private volatile List<CodeList> read = List.of();

    List<CodeList> list() {
        if (read.isEmpty()) {
            read = readAll();
        }
        return read;
    }

    Optional<CodeList> find(String name) {
        return list().stream().filter(list -> list.name().equals(name)).findFirst();
    }

    private static List<CodeList> readAll() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(ALL))
                    .map(CodeLists::read)
                    .sorted(Comparator.comparing(CodeList::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(ALL, e);
        }
    }

    private static CodeList read(Resource file) {
        try {
            var bytes = file.getContentAsByteArray();
            var text = new String(bytes, StandardCharsets.UTF_8);
            try (var csv = CsvReader.builder().ofCsvRecord(text)) {
                var rows = csv.stream().map(CsvRecord::getFields).toList();
                var header = rows.isEmpty() ? List.<String>of() : rows.get(0);
                var whole = rows.stream()
                        .skip(1)
                        .filter(row -> row.size() == header.size())
                        .toList();
                return new CodeList(name(file), header, whole, version(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.getDescription(), e);
        }
    }

    private static String name(Resource file) throws IOException {
        return file.getURL().toString().replaceFirst(".*/data/", "");
    }

    private static String version(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
