package org.tongdao.declaration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;
import org.tongdao.terms.Place;

/** A CSV file of the customs commands: UTF-8, comma, a heading line. What is wrong is a finding, the good rows go on. */
record InputTable<T>(List<T> rows, List<Finding> findings) {

    /** A cell that cannot be used; becomes a finding. */
    static final class BadCell extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        BadCell(Finding finding) {
            super(finding.rule());
            this.finding = finding;
        }
    }

    /** The cells of one row by column name. */
    record Cells(String source, NamedCsvRecord row) {

        String text(String column) {
            return row.findField(column).orElse("").strip();
        }

        String filled(String column) {
            var value = text(column);
            if (value.isEmpty()) {
                throw bad("CELL-EMPTY", column, "", "This column must be filled.");
            }
            return value;
        }

        /** An amount or quantity from 0 with at most five decimals; an empty cell is 0. */
        BigDecimal amount(String column) {
            var value = text(column);
            if (value.isEmpty()) {
                return BigDecimal.ZERO;
            }
            if (!value.matches("\\d{1,14}(\\.\\d{1,5})?")) {
                throw bad(
                        "CELL-NUMBER",
                        column,
                        value,
                        "Write a number such as 12.50, not below 0, with a point and without signs.");
            }
            return new BigDecimal(value);
        }

        /** How many, at least 1. */
        long count(String column) {
            var amount = amount(column);
            if (amount.signum() == 0 || amount.stripTrailingZeros().scale() > 0) {
                throw bad("CELL-NUMBER", column, text(column), "A whole number, at least 1.");
            }
            return amount.longValueExact();
        }

        /** An amount of yuan in fen; more than two decimals are not money. */
        long fen(String column) {
            var amount = amount(column);
            if (amount.stripTrailingZeros().scale() > 2) {
                throw bad("CELL-NUMBER", column, text(column), "An amount of yuan has at most two decimals.");
            }
            return amount.movePointRight(2).longValueExact();
        }

        HsCode hs(String column) {
            var value = text(column);
            if (!HsCode.isShaped(value)) {
                throw bad(
                        "HS-SHAPE",
                        column,
                        value,
                        "An HS code has 4, 6, 8 or 10 digits. Maybe a leading zero was lost.");
            }
            return new HsCode(value);
        }

        BadCell bad(String rule, String column, String value, String maybe) {
            return new BadCell(
                    Finding.error(rule, Place.cell(source, row.getStartingLineNumber(), column), value, maybe));
        }
    }

    /** The rows of each order, in the order of the file. */
    List<List<T>> by(Function<T, String> key) {
        var groups = new LinkedHashMap<String, List<T>>();
        rows.forEach(row ->
                groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
        return List.copyOf(groups.values());
    }

    static <T> InputTable<T> read(Path file, List<String> columns, Function<Cells, T> mapping) {
        var rows = new ArrayList<T>();
        var findings = new ArrayList<Finding>();
        var source = String.valueOf(file.getFileName());
        try (var csv = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(file))) {
            for (var row : csv) {
                var missing = columns.stream()
                        .filter(c ->
                                row.findField(c).isEmpty() && !row.getHeader().contains(c))
                        .toList();
                if (!missing.isEmpty()) {
                    findings.add(Finding.error(
                            "CSV-COLUMN",
                            Place.row(source, 1),
                            String.join(", ", missing),
                            "The file needs these columns."));
                    break;
                }
                try {
                    rows.add(mapping.apply(new Cells(source, row)));
                } catch (BadCell e) {
                    findings.add(e.finding);
                }
            }
        } catch (CsvParseException e) {
            findings.add(Finding.error("CSV-SHAPE", Place.of(source), "", "The file is not CSV: " + e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            if (!(e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException)) {
                throw new UncheckedIOException(
                        "cannot read " + file + ". Maybe the path is wrong.",
                        e instanceof UncheckedIOException u ? u.getCause() : (IOException) e);
            }
            findings.add(Finding.error(
                    "CSV-ENCODING",
                    Place.of(source),
                    "",
                    "The file is not UTF-8. Save it as \"CSV UTF-8\" and bring it again."));
        }
        if (rows.isEmpty() && findings.isEmpty() && isBlank(file)) {
            findings.add(Finding.error(
                    "CSV-EMPTY",
                    Place.of(source),
                    "",
                    "The file is empty. Maybe it was not saved or not copied whole."));
        }
        return new InputTable<>(List.copyOf(rows), List.copyOf(findings));
    }

    private static boolean isBlank(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.allMatch(String::isBlank);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ". Maybe the path is wrong.", e);
        }
    }
}
