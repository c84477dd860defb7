package org.tongdao.api.print;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongdao.api.http.Problem;
import org.tongdao.api.http.ProblemException;
import org.tongdao.api.key.Caller;
import org.tongdao.intake.Labels;
import org.tongdao.printing.Handover;
import org.tongdao.printing.Handover.Outcome;

/** A print agent takes one copy at a time and says what became of it. */
@RestController
class PrintsApi {

    /** A copy to print; {@code zpl} is what the printer takes. */
    record Copy(String id, String printer, String parcelNo, int copy, String zpl) {}

    /** What became of a copy. */
    record Ended(@Nullable String outcome, @Nullable String why) {}

    private static final int LONGEST_WAIT_S = 20;
    private static final int NAP_MS = 150;

    private final Handover handover;
    private final Labels labels;

    PrintsApi(Handover handover, Labels labels) {
        this.handover = handover;
        this.labels = labels;
    }

    /** The oldest copy that waits for the printer; waits for one up to {@code wait} seconds. */
    @GetMapping("/api/v1/prints/next")
    ResponseEntity<Copy> next(
            @RequestParam String printer, @RequestParam(defaultValue = "0") int wait, HttpServletRequest http)
            throws InterruptedException {
        whole(http);
        long naps = Math.max(0, Math.min(wait, LONGEST_WAIT_S)) * 1000L / NAP_MS;
        var found = handover.takeForAgent(printer);
        for (long i = 0; i < naps && found.isEmpty(); i++) {
            Thread.sleep(NAP_MS);
            found = handover.takeForAgent(printer);
        }
        return found.flatMap(this::copy)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Optional<Copy> copy(Handover.Work work) {
        var zpl = labels.zpl(work.parcelNo());
        if (zpl.isEmpty()) {
            handover.end(work.id(), Outcome.FAILED, "the parcel has no label");
        }
        return zpl.map(text -> new Copy("" + work.id(), work.printer(), work.parcelNo(), work.copy(), text));
    }

    @PostMapping("/api/v1/prints/{id}/outcome")
    ResponseEntity<Void> ended(@PathVariable long id, @RequestBody Ended ended, HttpServletRequest http) {
        whole(http);
        var outcome = List.of(Outcome.values()).stream()
                .filter(o -> o.name().equals(ended.outcome()))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "The outcome is none.",
                        List.of(new Problem.Fault(
                                "/outcome",
                                "PRINT-OUTCOME",
                                "ERROR",
                                "",
                                String.valueOf(ended.outcome()),
                                "one of " + List.of(Outcome.values())))));
        if (!handover.end(id, outcome, ended.why() == null ? "" : ended.why())) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    /** Labels of all merchants come by here: a key of one of them sees none. */
    private static void whole(HttpServletRequest http) {
        if (Caller.merchant(http).isPresent()) {
            throw ProblemException.notFound();
        }
    }
}
