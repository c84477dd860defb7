package org.tongdao.console.scan;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.intake.Labels;

/** One parcel's label: as the printer takes it, and as it will look. */
@Controller
class LabelController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Labels labels;

    LabelController(Labels labels) {
        this.labels = labels;
    }

    @GetMapping("/labels/{number}.svg")
    ResponseEntity<String> picture(@PathVariable String number) {
        return answer(SVG, labels.picture(number).orElseThrow(LabelController::none));
    }

    @GetMapping("/labels/{number}.zpl")
    ResponseEntity<String> zpl(@PathVariable String number) {
        var text = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
        return answer(text, labels.zpl(number).orElseThrow(LabelController::none));
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok().contentType(type).body(body);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
