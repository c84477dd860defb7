package org.tongdao.console.training;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.platform.Tenancy;
import org.tongdao.training.Training;

/** Lessons to choose from, and the one that goes on. */
@Controller
class TrainingController {

    private static final String NOW = "redirect:/training/now";

    private final Training training;
    private final Audit audit;

    TrainingController(Training training, Audit audit) {
        this.training = training;
        this.audit = audit;
    }

    @GetMapping("/training")
    String lessons(@AuthenticationPrincipal SignedIn me, Model model) {
        var whose = me.role().equals("ADMIN") ? Optional.<String>empty() : Optional.of(me.name());
        model.addAttribute("offers", training.offers(me.role()));
        model.addAttribute("attempts", Tenancy.as(me.tenant(), () -> training.attempts(whose)));
        return "training/lessons";
    }

    @PostMapping("/training/{lesson}/start")
    String start(@AuthenticationPrincipal SignedIn me, @PathVariable String lesson, RedirectAttributes told) {
        boolean started = Tenancy.as(me.tenant(), () -> {
            boolean begun = training.start(lesson, me.name(), me.role());
            if (begun) {
                audit.write(me, "start lesson", lesson);
            }
            return begun;
        });
        if (!started) {
            told.addFlashAttribute("problem", "training.notStarted");
            return "redirect:/training";
        }
        return NOW;
    }

    @GetMapping("/training/now")
    String now(@RequestAttribute boolean practises, Model model) {
        model.addAttribute("speeds", Training.SPEEDS.stream().sorted().toList());
        return practises ? "training/now" : "redirect:/training";
    }

    @PostMapping("/training/hurry")
    String hurry(@RequestAttribute boolean practises, @RequestParam(defaultValue = "0") int seconds) {
        if (practises) {
            training.hurry(seconds);
        }
        return NOW;
    }

    @PostMapping("/training/next")
    String next(@RequestAttribute boolean practises) {
        if (practises) {
            training.next();
        }
        return NOW;
    }

    /** Ends the attempt and keeps what was reached. */
    @PostMapping("/training/end")
    String end(@AuthenticationPrincipal SignedIn me) {
        Tenancy.run(
                me.tenant(),
                () -> training.ground(me.name())
                        .filter(training::end)
                        .ifPresent(ground -> audit.write(me, "end lesson", "")));
        return "redirect:/training";
    }
}
