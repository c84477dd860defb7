package org.tongdao.api.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongdao.api.http.Cursor;
import org.tongdao.api.http.ProblemException;
import org.tongdao.api.key.Caller;
import org.tongdao.intake.IntakeLists;
import org.tongdao.intake.Labels;
import org.tongdao.intake.OrderFilter;
import org.tongdao.visibility.Report;
import org.tongdao.visibility.Visibility;

/** Orders, batches and parcels as they are; a key of one merchant sees nothing of another. */
@RestController
class ReadApi {

    /** A parcel's story for programs. */
    record Timeline(String parcelNo, String status, List<Step> steps, List<Report> reports) {}

    /** One step of it. */
    record Step(String milestone, String node, java.time.Instant at) {}

    private final IntakeLists lists;
    private final OrderReads reads;
    private final Visibility visibility;
    private final Labels labels;

    ReadApi(IntakeLists lists, OrderReads reads, Visibility visibility, Labels labels) {
        this.lists = lists;
        this.reads = reads;
        this.visibility = visibility;
        this.labels = labels;
    }

    @GetMapping("/api/v1/orders")
    Cursor.Page<OrderReads.Order> orders(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long batch,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String orderNo,
            HttpServletRequest http) {
        int most = Cursor.limit(limit);
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw ProblemException.parameter("country", "two letters of ISO 3166-1.");
        }
        var filter = new OrderFilter(
                Caller.merchant(http),
                Optional.ofNullable(batch),
                Optional.ofNullable(country),
                Optional.ofNullable(orderNo),
                Cursor.read(cursor),
                most + 1);
        var rows = lists.listOrders(filter).stream().map(OrderReads.Order::of).toList();
        return Cursor.Page.of(rows, most, order -> Long.valueOf(order.id()));
    }

    @GetMapping("/api/v1/orders/{id}")
    OrderReads.Order order(@PathVariable long id, HttpServletRequest http) {
        return reads.find(id, Caller.merchant(http)).orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/api/v1/parcels/{no}")
    OrderReads.Order parcel(@PathVariable String no, HttpServletRequest http) {
        return reads.ofParcel(no, Caller.merchant(http)).orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/api/v1/parcels/{no}/timeline")
    Timeline timeline(@PathVariable String no, HttpServletRequest http) {
        own(no, http);
        var delivery = visibility.timeline(no).orElseThrow(ProblemException::notFound);
        return new Timeline(
                no,
                delivery.status().name().toLowerCase(Locale.ROOT),
                delivery.timeline().stream()
                        .map(e -> new Step(e.milestone().name(), e.node(), e.at()))
                        .toList(),
                visibility.reports(no));
    }

    /** The label as PDF or ZPL. */
    @GetMapping("/api/v1/parcels/{no}/label")
    ResponseEntity<byte[]> label(
            @PathVariable String no, @RequestParam(defaultValue = "pdf") String format, HttpServletRequest http)
            throws IOException {
        if (!format.equals("pdf") && !format.equals("zpl")) {
            throw ProblemException.parameter("format", "pdf or zpl.");
        }
        own(no, http);
        Path folder = Files.createTempDirectory("label");
        Path pdf = folder.resolve("label.pdf");
        Path zpl = folder.resolve("label.zpl");
        try {
            labels.writeParcel(no, pdf, zpl);
            return format.equals("pdf")
                    ? ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(Files.readAllBytes(pdf))
                    : ResponseEntity.ok()
                            .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                            .body(Files.readAllBytes(zpl));
        } finally {
            Files.deleteIfExists(pdf);
            Files.deleteIfExists(zpl);
            Files.deleteIfExists(folder);
        }
    }

    private void own(String parcelNo, HttpServletRequest http) {
        if (!reads.hasParcel(parcelNo, Caller.merchant(http))) {
            throw ProblemException.notFound();
        }
    }
}
