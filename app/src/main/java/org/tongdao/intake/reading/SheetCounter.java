package org.tongdao.intake.reading;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tongdao.terms.Place;

/** Looks at the bytes of one part of a workbook as they pass: rows of a sheet, size of the shared texts, document types. */
final class SheetCounter extends OutputStream {

    private static final byte[] ROW = "<row".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private final ZipLimits limits;
    private final String name;
    private final Place place;
    private long bytes;
    private long rows;
    private int rowAt;
    private int doctypeAt;
    private boolean doctype;

    SheetCounter(ZipLimits limits, String name, Place place) {
        this.limits = limits;
        this.name = name;
        this.place = place;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Most bytes are text: only from a {@code <} on is anything compared. */
    @Override
    public void write(byte[] block, int from, int count) {
        bytes += count;
        for (int i = from; i < from + count; i++) {
            if (block[i] == '<' || rowAt > 0 || doctypeAt > 0) {
                look(block[i]);
            }
        }
        refuse();
    }

    private void look(int b) {
        rowAt = step(ROW, rowAt, b);
        doctypeAt = step(DOCTYPE, doctypeAt, b);
        if (rowAt == ROW.length) {
            rowAt = 0;
            rows++;
        }
        if (doctypeAt == DOCTYPE.length) {
            doctypeAt = 0;
            doctype = true;
        }
    }

    private static int step(byte[] word, int at, int b) {
        if (word[at] == b) {
            return at + 1;
        }
        return b == '<' ? 1 : 0;
    }

    private void refuse() {
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        if (xml && doctype) {
            throw RefusedException.of(
                    "XLSX-DOCTYPE", place, name, "the workbook carries a document type; save it again");
        }
        if (rows > limits.rows() && name.startsWith("xl/worksheets/")) {
            throw RefusedException.of(
                    "XLSX-ROWS",
                    place,
                    name,
                    "a sheet has at most " + limits.rows() + " rows; send CSV or several files");
        }
        if (bytes > limits.sharedStrings() && name.endsWith("sharedStrings.xml")) {
            throw RefusedException.of(
                    "ZIP-BOMB", place, name, "the texts of the workbook are too large to be held; send CSV instead");
        }
    }
}
