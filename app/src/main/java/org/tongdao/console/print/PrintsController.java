package org.tongdao.console.print;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.SignedIn;
import org.tongdao.printing.PrintQueue;
import org.tongdao.printing.Printers;
import org.tongdao.terms.Finding;

/** The printing page: which printers there are, what they printed, and another copy for a reason. */
@Controller
class PrintsController {

    private static final int PAGE = 50;

    private final Printers printers;
    private final PrintQueue queue;
    private final PrintWork work;

    PrintsController(Printers printers, PrintQueue queue, PrintWork work) {
        this.printers = printers;
        this.queue = queue;
        this.work = work;
    }

    @GetMapping("/prints")
    String prints(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        var jobs = queue.list(q.strip(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        var shown = jobs.subList(0, Math.min(PAGE, jobs.size()));
        model.addAttribute("q", q);
        model.addAttribute("printers", printers.list());
        model.addAttribute("jobs", shown);
        model.addAttribute("next", jobs.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return "prints";
    }

    /** What the station asks about its own scan. */
    record Stand(String printer, String state, String why) {}

    @GetMapping("/prints/scans/{scanId}")
    @ResponseBody
    Stand stand(@PathVariable long scanId) {
        return queue.byScan(scanId)
                .map(job -> new Stand(job.printer(), job.state().name(), job.why()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/prints")
    String again(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String parcel,
            @RequestParam String printer,
            @RequestParam String reason,
            RedirectAttributes told) {
        var asked = work.again(me, parcel.strip().toUpperCase(java.util.Locale.ROOT), printer, reason);
        say(asked.finding(), told, "prints.asked");
        return "redirect:/prints";
    }

    @PostMapping("/prints/printers")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String address,
            RedirectAttributes told) {
        say(work.add(me, name.strip(), address.strip()), told, "prints.added");
        return "redirect:/prints#printers";
    }

    @PostMapping("/prints/printers/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @RequestParam String name) {
        work.remove(me, name);
        return "redirect:/prints#printers";
    }

    @PostMapping("/prints/places")
    String place(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String place,
            @RequestParam(defaultValue = "") String printer,
            RedirectAttributes told) {
        say(work.place(me, place, printer), told, "prints.placed");
        return "redirect:/prints#printers";
    }

    private static void say(Optional<Finding> wrong, RedirectAttributes told, String done) {
        wrong.ifPresentOrElse(
                finding -> told.addFlashAttribute("wrong", finding), () -> told.addFlashAttribute("done", done));
    }
}
