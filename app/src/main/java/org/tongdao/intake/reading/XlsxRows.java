package org.tongdao.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.tongdao.terms.Place;

/** The rows of the first sheet of a workbook that {@link BoundedZip} has let through, streamed. */
final class XlsxRows implements RowStream {

    private static final int MAX_COLUMNS = 256;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Place place;
    private @Nullable RawRow ahead;

    private XlsxRows(ReadableWorkbook workbook, Place place) throws IOException {
        this.workbook = workbook;
        this.place = place;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static OpenedFile open(Path file, Place place) throws IOException {
        XlsxRows rows;
        try {
            rows = new XlsxRows(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false)), place);
        } catch (ExcelReaderException | NoSuchElementException e) {
            throw damaged(place);
        }
        try {
            if (!rows.hasNext()) {
                throw RefusedException.of("FILE-EMPTY", place, "", "the first sheet has no rows; put the orders there");
            }
            var header = rows.next();
            var traits = new FileTraits("XLSX", "", '\0');
            return new OpenedFile.Readable(header.cells(), header.line(), rows, traits, List.of());
        } catch (RefusedException e) {
            rows.close();
            throw e;
        }
    }

    private static RefusedException damaged(Place place) {
        return RefusedException.of(
                "XLSX-DAMAGED",
                place,
                "",
                "the workbook cannot be read; open it in a spreadsheet program and save it again");
    }

    /** Rows without any text are passed over, as in CSV. */
    @Override
    public boolean hasNext() {
        try {
            while (ahead == null && rows.hasNext()) {
                var row = raw(rows.next());
                ahead = row.isBlank() ? null : row;
            }
            return ahead != null;
        } catch (ExcelReaderException e) {
            throw damaged(place);
        }
    }

    @Override
    public RawRow next() {
        var row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException("no row after the last of " + place.source());
        }
        ahead = null;
        return row;
    }

    private RawRow raw(Row row) {
        int count = row.getCellCount();
        if (count > MAX_COLUMNS) {
            throw RefusedException.of(
                    "XLSX-COLUMNS",
                    Place.row(place.source(), row.getRowNum()),
                    "" + count,
                    "a sheet is read up to column " + MAX_COLUMNS + "; remove the others");
        }
        var cells = new ArrayList<String>(count);
        var numbers = new BitSet(count);
        var formulas = new BitSet(count);
        for (int i = 0; i < count; i++) {
            var cell = row.hasCell(i) ? row.getCell(i) : null;
            cells.add(cell == null ? "" : text(cell));
            numbers.set(i, cell != null && cell.getType() == CellType.NUMBER);
            formulas.set(i, cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null));
        }
        return new RawRow(row.getRowNum(), cells, numbers, formulas);
    }

    /** The text of a cell; of a formula the formula itself, since its value may be stale; of a number its stored digits. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return "=" + cell.getFormula();
        }
        if (cell.getType() == CellType.NUMBER) {
            return SheetNumber.text(cell);
        }
        var text = cell.getText();
        return text == null ? "" : text;
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + place.source(), e);
        }
    }
}
