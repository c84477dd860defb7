package org.tongdao.intake.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The rows of a CSV file, streamed; a row is at most 16 million characters. */
final class CsvRows implements RowStream {

    private static final int MAX_HEADER = 1 << 16;

    private final CloseableIterator<CsvRecord> records;
    private final Place place;
    private long line = 1;

    private CsvRows(CloseableIterator<CsvRecord> records, Place place) {
        this.records = records;
        this.place = place;
    }

    static OpenedFile open(Path file, Place place) throws IOException {
        if (Files.size(file) == 0) {
            throw RefusedException.of("FILE-EMPTY", place, "", "the file has no bytes; export it again");
        }
        var charset = TextEncoding.of(file, place);
        char separator = TextEncoding.separator(firstLine(file, charset)).orElse(',');
        var rows = new CsvRows(reader(file, charset, separator).iterator(), place);
        var traits = new FileTraits("CSV", charset.name(), separator);
        try {
            if (!rows.hasNext()) {
                throw RefusedException.of(
                        "FILE-EMPTY", place, "", "the file has no header and no rows; export it again");
            }
            var header = rows.next();
            if (header.isBlank()) {
                throw RefusedException.of("FILE-EMPTY", place, "", "the first line holds no header; export it again");
            }
            return new OpenedFile.Readable(header.cells(), header.line(), rows, traits, notes(charset, place));
        } catch (RefusedException e) {
            rows.close();
            throw e;
        }
    }

    private static List<Finding> notes(Charset charset, Place place) {
        return charset.name().equals("GB18030")
                ? List.of(new Finding(
                        "FILE-READ-AS",
                        org.tongdao.terms.Severity.INFO,
                        place,
                        "GB18030",
                        "the file is not UTF-8 and was read as GB18030; look at some names to see that they are right"))
                : List.of();
    }

    private static CsvReader<CsvRecord> reader(Path file, Charset charset, char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .detectBomHeader(true)
                .ofCsvRecord(file, charset);
    }

    private static String firstLine(Path file, Charset charset) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
            var text = new StringBuilder();
            boolean quoted = false;
            for (int c = in.read(); c >= 0 && text.length() < MAX_HEADER; c = in.read()) {
                quoted ^= c == '"';
                boolean end = c == '\n' || c == '\r';
                if (end && !quoted && !text.toString().isBlank()) {
                    break;
                }
                text.append((char) c);
            }
            return text.toString();
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw tooLong();
        }
    }

    @Override
    public RawRow next() {
        try {
            var next = records.next();
            line = next.getStartingLineNumber();
            return RawRow.ofText(line, next.getFields());
        } catch (NoSuchElementException e) {
            throw e;
        } catch (CsvParseException | ArrayIndexOutOfBoundsException e) {
            throw tooLong();
        }
    }

    private RefusedException tooLong() {
        return RefusedException.of(
                "ROW-TOO-LONG",
                Place.row(place.source(), line + 1),
                "",
                "after line " + line
                        + " a row has more than 16 million characters; maybe a quotation mark was not closed");
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + place.source(), e);
        }
    }
}
