package org.tongdao.console.bulk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.bulk.BulkRun;
import org.tongdao.bulk.BulkRuns;
import org.tongdao.console.access.SignedIn;

/** Runs over many parcels: what they would do, how far they are, and what became of each parcel. */
@Controller
class BulkController {

    private static final int PAGE = 50;
    private static final int LATEST = 50;

    private final BulkRuns runs;
    private final BulkActs acts;

    BulkController(BulkRuns runs, BulkActs acts) {
        this.runs = runs;
        this.acts = acts;
    }

    @GetMapping("/bulk")
    String list(Model model) {
        model.addAttribute("runs", runs.latest(LATEST));
        return "bulk/runs";
    }

    @GetMapping("/bulk/{id}")
    String one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        model.addAttribute("run", get(id));
        model.addAttribute("reasons", runs.reasons(id));
        var items = runs.items(id, state, after, PAGE + 1);
        var shown = items.subList(0, Math.min(PAGE, items.size()));
        model.addAttribute("items", shown);
        model.addAttribute("state", state);
        model.addAttribute("next", items.size() > PAGE ? shown.get(PAGE - 1).itemNo() : null);
        return "bulk/run";
    }

    /** Asked by the page while the run moves; when it rests the page is loaded anew. */
    @GetMapping("/bulk/{id}/progress")
    String progress(@PathVariable long id, Model model, HttpServletResponse response) {
        var run = get(id);
        if (!run.isMoving()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("run", run);
        return "bulk/run :: progress";
    }

    @PostMapping("/bulk/{id}/start")
    String start(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        acts.start(me, id);
        return "redirect:/bulk/" + id;
    }

    @PostMapping("/bulk/{id}/drop")
    String drop(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        acts.drop(me, id);
        return "redirect:/bulk/" + id;
    }

    @PostMapping("/bulk/{id}/again")
    String again(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        acts.again(me, id);
        return "redirect:/bulk/" + id;
    }

    @PostMapping("/bulk/{id}/back")
    String back(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        var drawn = acts.takeBack(me, id, reason);
        drawn.finding().ifPresent(finding -> told.addFlashAttribute("wrong", finding));
        return "redirect:/bulk/" + (drawn.finding().isPresent() ? id : drawn.run());
    }

    private BulkRun get(long id) {
        return runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
