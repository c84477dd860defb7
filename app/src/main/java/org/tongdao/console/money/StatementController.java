package org.tongdao.console.money;

import static org.tongdao.console.document.Paper.Column.number;
import static org.tongdao.console.document.Paper.Column.text;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.document.Paper;
import org.tongdao.console.document.PaperDrawing;
import org.tongdao.console.frame.Glossary;

/** Charges as a paper, and the statement of a month as it was signed off, with what the merchant says of it. */
@Controller
class StatementController {

    /** More lines than this are read by programs, not by people: they come as CSV. */
    private static final int MOST = 5_000;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final int GRAMS = 3;

    private final BillsReader bills;
    private final MonthReader months;
    private final PaperDrawing drawing;
    private final Glossary glossary;

    StatementController(BillsReader bills, MonthReader months, PaperDrawing drawing, Glossary glossary) {
        this.bills = bills;
        this.months = months;
        this.glossary = glossary;
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
        return pdf(paper(number, filter, rows, language), language);
    }

    /** The signed statement of a month, always with the same lines. */
    @GetMapping("/bills/statement.pdf")
    ResponseEntity<byte[]> signed(@RequestParam String merchant, @RequestParam YearMonth month, Locale language) {
        var signed = months.find(merchant, month).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pdf(paper(signed, month, language), language);
    }

    private ResponseEntity<byte[]> pdf(Paper paper, Locale language) {
        var name = ContentDisposition.inline().filename(paper.number() + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(drawing.pdf(paper, language));
    }

    private Paper paper(MonthReader.Signed signed, YearMonth month, Locale language) {
        var facts = new ArrayList<Paper.Fact>();
        facts.add(new Paper.Fact("col.merchant", signed.merchant()));
        facts.add(new Paper.Fact("months.month", month.toString()));
        facts.add(new Paper.Fact(
                "months.state",
                glossary.find("months." + signed.state(), language).orElse(signed.state())));
        facts.add(new Paper.Fact("months.closedAt", day(signed.closedAt()) + " " + signed.closedBy()));
        months.answers(signed.merchant(), month)
                .forEach(a -> facts.add(new Paper.Fact(
                        a.accepted() ? "months.accepted" : "months.disputed",
                        day(a.at()) + " " + a.actor() + " " + a.words())));
        var lines = months.lines(signed.merchant(), month, Integer.MAX_VALUE);
        return new Paper(
                "doc.statement",
                signed.number(),
                facts,
                List.of(movements(lines, language), amounts(months.sums(signed.merchant(), month))),
                "months.note");
    }

    private Paper.Table movements(List<MonthReader.Line> lines, Locale language) {
        return new Paper.Table(
                "doc.statement",
                List.of(
                        text("col.time", 9),
                        text("months.kind", 9),
                        text("col.parcel", 14),
                        text("col.order", 16),
                        text("bills.lane", 6),
                        number("bills.chargeable", 9),
                        text("bills.tariff", 11),
                        number("bills.amount", 12),
                        text("yard.reason", 14)),
                lines.stream().map(l -> movement(l, language)).toList(),
                List.of());
    }

    private List<String> movement(MonthReader.Line line, Locale language) {
        return List.of(
                day(line.at()),
                glossary.find("months." + line.kind(), language).orElse(line.kind()),
                Objects.requireNonNullElse(line.parcelNo(), ""),
                Objects.requireNonNullElse(line.orderNo(), ""),
                Objects.requireNonNullElse(line.lane(), ""),
                line.chargeableG() == null
                        ? ""
                        : BigDecimal.valueOf(line.chargeableG(), GRAMS).toPlainString(),
                Objects.requireNonNullElse(line.tariff(), ""),
                line.amount().toPlainString() + " " + line.currency(),
                line.kind().equals("charge") ? "" : line.note());
    }

    private static Paper.Table amounts(List<MonthReader.Sum> sums) {
        return new Paper.Table(
                "rate.total",
                List.of(text("col.currency", 10), number("months.lines", 10), number("bills.amount", 20)),
                sums.stream()
                        .map(s ->
                                List.of(s.currency(), "" + s.lines(), s.amount().toPlainString()))
                        .toList(),
                List.of());
    }

    private static String day(OffsetDateTime at) {
        return DAY.format(at.atZoneSameInstant(BEIJING));
    }

    private Paper paper(String number, BillFilter filter, List<BillsReader.Row> rows, Locale language) {
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
                                filter.month() == null ? "" : filter.month().toString()),
                        new Paper.Fact("months.state", state(merchant, filter.month(), language))),
                List.of(charges(rows), sums(filter)),
                "doc.statement.note");
    }

    /** Whether what is shown was signed off: a list of charges is no statement. */
    private String state(@Nullable String merchant, @Nullable YearMonth month, Locale language) {
        return Optional.ofNullable(merchant == null ? null : month)
                .flatMap(m -> months.find(Objects.requireNonNull(merchant), m))
                .map(s -> glossary.find("months." + s.state(), language).orElse("") + " " + s.number())
                .orElseGet(() -> glossary.find("months.open", language).orElse(""));
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
                day(row.departedAt()),
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
