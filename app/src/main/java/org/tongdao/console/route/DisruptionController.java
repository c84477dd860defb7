package org.tongdao.console.route;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.planning.RouteDesk;
import org.tongdao.planning.RouteDisruptions;

/** Something does not run: who loses his way and what he can have instead, looked at first, then done in one act. */
@Controller
class DisruptionController {

    private final RouteDisruptions disruptions;
    private final RouteDesk desk;
    private final Audit audit;
    private final WorkTime time;
    private final MessageSource messages;

    DisruptionController(
            RouteDisruptions disruptions, RouteDesk desk, Audit audit, WorkTime time, MessageSource messages) {
        this.disruptions = disruptions;
        this.desk = desk;
        this.audit = audit;
        this.time = time;
        this.messages = messages;
    }

    @GetMapping("/routes/disruptions")
    String look(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> sent,
            Locale language,
            Model model) {
        if (sent.containsKey("kind")) {
            model.addAttribute("outcome", disruptions.preview(RouteForm.disruption(sent)));
        }
        return page(me, sent, language, model, false);
    }

    @PostMapping("/routes/disruptions")
    String act(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> sent,
            Locale language,
            Model model) {
        var outcome = disruptions.act(RouteForm.disruption(sent), me.name());
        if (outcome.accepted()) {
            audit.write(me, "disruption", sent.getOrDefault("kind", "") + " " + sent.getOrDefault("reason", ""));
        }
        model.addAttribute("outcome", outcome);
        return page(me, sent, language, model, outcome.accepted());
    }

    private String page(SignedIn me, Map<String, String> sent, Locale language, Model model, boolean done) {
        model.addAttribute("done", done);
        model.addAttribute("fields", sent);
        model.addAttribute("word", new RouteWords(desk.network(), messages, language, time.now()));
        model.addAttribute("places", desk.network().stations());
        model.addAttribute("lines", desk.network().lines());
        model.addAttribute("acts", RouteController.ACTING.contains(me.role()));
        return "route/disruptions";
    }
}
