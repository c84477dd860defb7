package org.tongdao.console.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Papers as PDF, in the reader's language or the one that is asked for with {@code in}: zh, en or ru. */
@Controller
class PapersController {

    private static final List<String> LANGUAGES = List.of("zh", "en", "ru");

    private final TrainPapers trains;
    private final UnitPapers units;
    private final PaperDrawing drawing;

    PapersController(TrainPapers trains, UnitPapers units, PaperDrawing drawing) {
        this.trains = trains;
        this.units = units;
        this.drawing = drawing;
    }

    @GetMapping("/trains/{trainNo}/papers/{kind}")
    ResponseEntity<byte[]> train(
            @PathVariable String trainNo,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String in,
            Locale language) {
        var reader = language(in, language);
        Optional<Paper> paper = switch (kind) {
            case "containers" -> trains.containers(trainNo, reader);
            case "manifest" -> trains.manifest(trainNo, reader);
            case "consignment" -> trains.consignment(trainNo, reader);
            default -> Optional.empty();
        };
        return answer(paper, kind, reader);
    }

    @GetMapping("/containers/{id}/papers/packing")
    ResponseEntity<byte[]> packing(
            @PathVariable long id, @RequestParam(required = false) @Nullable String in, Locale language) {
        var reader = language(in, language);
        return answer(units.packing(id, reader), "packing", reader);
    }

    @GetMapping("/parcels/{number}/papers/postal")
    ResponseEntity<byte[]> postal(
            @PathVariable String number, @RequestParam(required = false) @Nullable String in, Locale language) {
        return answer(units.postal(number), "postal", language(in, language));
    }

    private ResponseEntity<byte[]> answer(Optional<Paper> found, String kind, Locale language) {
        var paper = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = ContentDisposition.inline()
                .filename(paper.number() + "-" + kind + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(drawing.pdf(paper, language));
    }

    private static Locale language(@Nullable String asked, Locale reader) {
        return asked != null && LANGUAGES.contains(asked) ? Locale.forLanguageTag(asked) : reader;
    }
}
