package org.tongdao.console.plan;

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
import org.tongdao.console.access.SignedIn;
import org.tongdao.planning.Planning;

/** The consolidation planner: demand by lane and cut-off, a cut-off tried or passed by hand, and lanes kept back. */
@Controller
class PlannerController {

    private final PlanView view;
    private final LaneCounts counts;
    private final PlannerWork work;

    PlannerController(PlanView view, LaneCounts counts, PlannerWork work) {
        this.view = view;
        this.counts = counts;
        this.work = work;
    }

    @GetMapping("/planner")
    String planner(Model model) {
        model.addAttribute("plan", view.page());
        return "planner";
    }

    /** What a cut-off now would come to; nothing is changed. */
    @PostMapping("/planner/{hub}/try")
    String attempt(@PathVariable String hub, Model model) {
        model.addAttribute("planned", work.attempt(known(hub)));
        return planner(model);
    }

    @PostMapping("/planner/{hub}/go")
    String go(@AuthenticationPrincipal SignedIn me, @PathVariable String hub, RedirectAttributes told) {
        told.addFlashAttribute("planned", work.carryOut(me, known(hub)));
        counts.forget();
        return "redirect:/planner";
    }

    @PostMapping("/planner/{hub}/keep")
    String keep(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String hub,
            @RequestParam String reason,
            RedirectAttributes told) {
        if (!work.keep(me, known(hub), reason)) {
            told.addFlashAttribute("problem", "planner.notKept");
        }
        return "redirect:/planner";
    }

    @PostMapping("/planner/{hub}/let-go")
    String letGo(@AuthenticationPrincipal SignedIn me, @PathVariable String hub) {
        work.letGo(me, known(hub));
        return "redirect:/planner";
    }

    private static String known(String hub) {
        if (!Planning.HUBS.contains(hub)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return hub;
    }
}
