package org.tongdao.console.money;

import static org.tongdao.console.document.Paper.Column.number;
import static org.tongdao.console.document.Paper.Column.text;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongdao.console.document.Paper;
import org.tongdao.console.document.PaperDrawing;

/** The statement of a month as a paper: every charge, and the sums by currency. */
@Controller
class StatementController {

    /** More lines than this are read by programs, not by people: they come as CSV. */
    private static final int MOST = 5_000;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final int GRAMS = 3;

    private final BillsReader bills;
    private final PaperDrawing drawing;

    StatementController(BillsReader bills, PaperDrawing drawing) {
        this.bills = bills;
        this.drawing = drawing;
    }

    @GetMapping("/bills.pdf")
    ResponseEntity<byte[]> statement(BillFilter filter, Locale language) {
        var rows = bills.rows(filter, MOST);
        if (rows.size() > MOST) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, filter.address("/bills.csv", null))
                    .build();
        }
        var number = "ST-" + (filter.month() == null ? "ALL" : filter.month());
        var name = ContentDisposition.inline().filename(number + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(drawing.pdf(paper(number, filter, rows), language));
    }

    private Paper paper(String number, BillFilter filter, List<BillsReader.Row> rows) {
        var merchant = BillFilter.given(filter.merchant());
        var whose = merchant != null
                ? merchant
                : String.join(
                        ", ",
                        rows.stream()
                                .map(BillsReader.Row::merchant)
                                .distinct()
                                .sorted()
                                .limit(4)
                                .toList());
        return new Paper(
                "doc.statement",
                number,
                List.of(
                        new Paper.Fact("col.merchant", whose),
                        new Paper.Fact(
                                "bills.month",
                                filter.month() == null ? "" : filter.month().toString())),
                List.of(charges(rows), sums(filter)),
                "doc.statement.note");
    }

    private static Paper.Table charges(List<BillsReader.Row> rows) {
        return new Paper.Table(
                "doc.statement",
                List.of(
                        text("bills.departed", 10),
                        text("col.parcel", 15),
                        text("col.order", 20),
                        text("bills.lane", 8),
                        number("bills.chargeable", 10),
                        text("bills.tariff", 14),
                        number("bills.amount", 12)),
                rows.stream().map(StatementController::line).toList(),
                List.of());
    }

    private static List<String> line(BillsReader.Row row) {
        return List.of(
                DAY.format(row.departedAt().atZoneSameInstant(BEIJING)),
                row.parcelNo(),
                row.orderNo(),
                row.lane(),
                BigDecimal.valueOf(row.chargeableG(), GRAMS).toPlainString(),
                row.tariff(),
                (row.reversed() ? "(" : "") + row.amount().toPlainString() + " " + row.currency()
                        + (row.reversed() ? ")" : ""));
    }

    private Paper.Table sums(BillFilter filter) {
        return new Paper.Table(
                "rate.total",
                List.of(text("col.currency", 10), number("col.parcels", 10), number("bills.amount", 20)),
                bills.sums(filter).stream()
                        .map(s -> List.of(
                                s.currency(), "" + s.parcels(), s.amount().toPlainString()))
                        .toList(),
                List.of());
    }
}
