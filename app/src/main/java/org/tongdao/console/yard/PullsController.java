package org.tongdao.console.yard;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.SignedIn;
import org.tongdao.port.PortWords;
import org.tongdao.port.PullAnswer;
import org.tongdao.port.PullDesk;
import org.tongdao.port.PullEnd;
import org.tongdao.port.PullOrder;

/** One parcel out of a container, and what becomes of it. */
@Controller
class PullsController {

    private final PullDesk pulls;
    private final YardWork work;

    PullsController(PullDesk pulls, YardWork work) {
        this.pulls = pulls;
        this.work = work;
    }

    @GetMapping("/pulls")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> fields,
            Locale language,
            Model model) {
        model.addAttribute("pulls", pulls.latest());
        model.addAttribute("fields", fields);
        model.addAttribute("word", PortWords.of(language));
        model.addAttribute("acts", me.role().equals("ADMIN") || me.role().equals("DISPATCHER"));
        return "pulls";
    }

    @PostMapping("/pulls")
    String pull(
            @AuthenticationPrincipal SignedIn me, @RequestParam Map<String, String> fields, RedirectAttributes told) {
        var order = new PullOrder(
                code(fields, "train"),
                code(fields, "container"),
                code(fields, "parcel"),
                code(fields, "seal"),
                fields.getOrDefault("reason", ""),
                me.name());
        var answer = work.pull(me, order);
        if (!answer.isDone()) {
            fields.remove("_csrf");
            told.addAllAttributes(fields);
        }
        return back(answer, told);
    }

    @PostMapping("/pulls/end")
    String end(
            @AuthenticationPrincipal SignedIn me, @RequestParam Map<String, String> fields, RedirectAttributes told) {
        try {
            var end = new PullEnd(
                    Long.parseLong(fields.getOrDefault("pull", "")),
                    PullEnd.Outcome.valueOf(fields.getOrDefault("outcome", "")),
                    code(fields, "seal"),
                    fields.getOrDefault("reason", ""),
                    me.name(),
                    new PullEnd.Onto(code(fields, "train"), code(fields, "container")));
            return back(work.end(me, end), told);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "pull or outcome", e);
        }
    }

    private static String back(PullAnswer answer, RedirectAttributes told) {
        told.addFlashAttribute("findings", answer.findings());
        told.addFlashAttribute("done", answer.isDone());
        return "redirect:/pulls";
    }

    private static String code(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip().toUpperCase(Locale.ROOT);
    }
}
