package org.tongdao.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tongdao.terms.Place;

/** Opens an order file: CSV, XLSX, or a zip with exactly one of them. */
public final class OrderFile {

    private OrderFile() {}

    /** Opens {@code file}; a fault of the file is a {@link OpenedFile.Refused}, only a fault of the disk is an exception. */
    public static OpenedFile open(Path file) {
        var place = Place.of(file.getFileName().toString());
        try {
            return open(file, place, true);
        } catch (RefusedException e) {
            return new OpenedFile.Refused(e.why());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private static OpenedFile open(Path file, Place place, boolean unpack) throws IOException {
        return switch (FileKind.of(file)) {
            case TEXT -> CsvRows.open(file, place);
            case OLD_EXCEL ->
                throw RefusedException.of(
                        "FILE-OLD-EXCEL", place, "", "this is the old .xls format; save it as .xlsx or CSV");
            case ZIP -> openZip(file, place, unpack);
        };
    }

    private static OpenedFile openZip(Path file, Place place, boolean unpack) throws IOException {
        var zip = new BoundedZip(ZipLimits.DEFAULT, place);
        var names = zip.scan(file);
        if (names.contains("[Content_Types].xml")) {
            return XlsxRows.open(file, place);
        }
        if (!unpack) {
            throw RefusedException.of("ZIP-NESTED", place, "", "archives inside an archive are not opened");
        }
        var orders = names.stream().filter(OrderFile::mayHoldOrders).toList();
        if (orders.size() != 1) {
            throw RefusedException.of(
                    "ZIP-CONTENT",
                    place,
                    String.join(", ", names),
                    "pack exactly one .csv or .xlsx file into the archive");
        }
        return openPacked(file, orders, place);
    }

    private static boolean mayHoldOrders(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("__macosx/")
                && (lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".xlsx"));
    }

    private static OpenedFile openPacked(Path file, List<String> orders, Place place) throws IOException {
        var inner = Files.createTempFile("tongdao-orders", ".unpacked");
        try {
            new BoundedZip(ZipLimits.DEFAULT, place).extract(file, orders.get(0), inner);
            var opened = open(inner, place, false);
            return opened instanceof OpenedFile.Readable r ? deleting(r, inner) : opened;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(inner);
            throw e;
        }
    }

    private static OpenedFile.Readable deleting(OpenedFile.Readable opened, Path inner) {
        var rows = new DeletingRows(opened.rows(), inner);
        return new OpenedFile.Readable(opened.header(), opened.headerLine(), rows, opened.traits(), opened.notes());
    }
}
