package org.tongdao.console.plan;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.SignedIn;

/** Planned containers of the planner: opened, filled by hand or by itself, locked, taken apart. Each answer is the planner's page with what came of it. */
@Controller
class BoxController {

    private static final String BACK = "redirect:/planner#plan";

    private final BoxWork work;
    private final PlanView view;

    BoxController(BoxWork work, PlanView view) {
        this.work = work;
        this.view = view;
    }

    /** {@code departure} is the hub and the cut-off, as the page offers them. */
    @PostMapping("/planner/boxes")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String departure,
            @RequestParam(defaultValue = "") String type,
            RedirectAttributes told) {
        boolean opened =
                view.departure(departure).map(d -> work.open(me, d, type)).orElse(false);
        return back(told, opened, "planner.departureGone");
    }

    @PostMapping("/planner/put")
    String put(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "0") long box,
            RedirectAttributes told) {
        var put = work.put(me, unit, box).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        told.addFlashAttribute(put.refusal() == null ? "put" : "refusal", put.refusal() == null ? put : put.refusal());
        return BACK;
    }

    @PostMapping("/planner/boxes/{id}/fill")
    String fill(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        var board = view.board();
        var box = board.boxes().stream().filter(b -> b.id() == id).findFirst();
        if (box.isEmpty()) {
            return back(told, false, "planner.boxGone");
        }
        var filled = work.fill(me, box.get(), board);
        Optional.ofNullable(filled.refused())
                .ifPresentOrElse(
                        put -> told.addFlashAttribute("refusal", put.refusal()),
                        () -> told.addFlashAttribute("filled", filled));
        return BACK;
    }

    @PostMapping("/planner/acts/{id}/out")
    String takeOut(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        return back(told, work.takeOut(me, id), "planner.boxGone");
    }

    @PostMapping("/planner/boxes/{id}/lock")
    String lock(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        return back(told, work.lock(me, id), "planner.notLocked");
    }

    @PostMapping("/planner/boxes/{id}/unlock")
    String unlock(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        return back(told, work.unlock(me, id), "planner.boxGone");
    }

    @PostMapping("/planner/boxes/{id}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        return back(told, work.remove(me, id), "planner.notRemoved");
    }

    private static String back(RedirectAttributes told, boolean done, String problem) {
        if (!done) {
            told.addFlashAttribute("problem", problem);
        }
        return BACK;
    }
}
