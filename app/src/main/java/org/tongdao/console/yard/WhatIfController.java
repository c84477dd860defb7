package org.tongdao.console.yard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
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
import org.tongdao.console.frame.WorkTime;
import org.tongdao.dispatch.Author;
import org.tongdao.dispatch.Dispatch;
import org.tongdao.dispatch.WhatIfCase;
import org.tongdao.dispatch.WhatIfs;
import org.tongdao.port.PortWords;
import org.tongdao.yard.YardStation;

/** What if: asking, waiting, reading the answer, which keeps its address. */
@Controller
class WhatIfController {

    private final Dispatch dispatch;
    private final WhatIfs whatIfs;
    private final YardWork work;
    private final WorkTime time;
    private final MessageSource messages;

    WhatIfController(Dispatch dispatch, WhatIfs whatIfs, YardWork work, WorkTime time, MessageSource messages) {
        this.dispatch = dispatch;
        this.whatIfs = whatIfs;
        this.work = work;
        this.time = time;
        this.messages = messages;
    }

    @GetMapping("/yard/{station}/whatif")
    String form(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> fields,
            Locale language,
            Model model) {
        var at = get(station);
        model.addAttribute("station", at);
        model.addAttribute("stations", dispatch.stations());
        model.addAttribute("usual", WhatIfForm.usual(at));
        model.addAttribute("own", WhatIfForm.OWN);
        model.addAttribute("latest", whatIfs.latest(at));
        model.addAttribute("fields", fields);
        model.addAttribute(
                "fresh", fields.keySet().stream().noneMatch(f -> f.startsWith("q-") || f.startsWith("own-")));
        model.addAttribute("what", new WhatIfWords(messages, language));
        model.addAttribute("word", PortWords.of(language));
        model.addAttribute("acts", YardController.ACTING.contains(me.role()));
        return "whatif";
    }

    @PostMapping("/yard/{station}/whatif")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        var at = get(station);
        var asked = work.ask(me, at, new WhatIfForm(fields).wish(at), new Author(me.name(), "", time.now()));
        if (asked.findings().isEmpty()) {
            return "redirect:/yard/" + at.id() + "/whatif/" + asked.id();
        }
        fields.remove("_csrf");
        told.addAllAttributes(fields);
        told.addFlashAttribute("findings", asked.findings());
        return "redirect:/yard/" + at.id() + "/whatif";
    }

    @GetMapping("/yard/{station}/whatif/{id}")
    String answer(@PathVariable String station, @PathVariable long id, Locale language, Model model) {
        show(get(station), id, language, model);
        return "whatif-answer";
    }

    /** The answer alone, as far as it is reckoned. */
    @GetMapping("/yard/{station}/whatif/{id}/answer")
    String progress(@PathVariable String station, @PathVariable long id, Locale language, Model model) {
        show(get(station), id, language, model);
        return "whatif-answer :: answer";
    }

    private void show(YardStation station, long id, Locale language, Model model) {
        WhatIfCase asked = whatIfs.find(id)
                .filter(w -> w.station().equals(station.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("station", station);
        model.addAttribute("asked", asked);
        model.addAttribute("charts", asked.answered() == 0 ? List.of() : WhatIfChart.of(asked));
        model.addAttribute("what", new WhatIfWords(messages, language));
        model.addAttribute("word", PortWords.of(language));
    }

    private YardStation get(String id) {
        return dispatch.findStation(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
