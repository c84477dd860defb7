package org.tongdao.console.program;

import java.util.List;
import java.util.Optional;
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
import org.tongdao.api.webhook.Webhooks;
import org.tongdao.console.access.SignedIn;
import org.tongdao.platform.Tenancy;

/** Endpoints that are told what happens: added, turned off and on, and the log of what each was told. */
@Controller
class WebhooksController {

    private static final int PAGE = 50;

    private final Webhooks webhooks;
    private final WebhookWork work;

    WebhooksController(Webhooks webhooks, WebhookWork work) {
        this.webhooks = webhooks;
        this.work = work;
    }

    @GetMapping("/admin/webhooks")
    String list(Model model) {
        model.addAttribute("webhooks", webhooks.list(Tenancy.merchant()));
        model.addAttribute("types", Webhooks.TYPES);
        return "program/webhooks";
    }

    @GetMapping("/admin/webhooks/{id}")
    String log(@PathVariable long id, @RequestParam(defaultValue = "0") long before, Model model) {
        model.addAttribute("webhook", get(id));
        var tries = webhooks.attempts(id, before == 0 ? Optional.empty() : Optional.of(before), PAGE + 1);
        var shown = tries.subList(0, Math.min(PAGE, tries.size()));
        model.addAttribute("tries", shown);
        model.addAttribute("next", tries.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return "program/webhook";
    }

    @PostMapping("/admin/webhooks")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String url,
            @RequestParam(defaultValue = "") List<String> types,
            RedirectAttributes told) {
        var fault = webhooks.fault(url.strip(), types);
        if (fault.isPresent()) {
            told.addFlashAttribute("fault", fault.get());
        } else {
            told.addFlashAttribute("secret", work.add(me, url.strip(), types));
        }
        return "redirect:/admin/webhooks";
    }

    @PostMapping("/admin/webhooks/{id}/turn")
    String turn(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam boolean on) {
        return over(work.turn(me, id, on), id);
    }

    @PostMapping("/admin/webhooks/{id}/secret")
    String rotate(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        var secret = work.rotate(me, id);
        secret.ifPresent(s -> told.addFlashAttribute("secret", s));
        return over(secret.isPresent(), id);
    }

    @PostMapping("/admin/webhooks/{id}/replay")
    String replay(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam long from,
            @RequestParam long to,
            RedirectAttributes told) {
        get(id);
        told.addFlashAttribute(work.replay(me, id, from, to) ? "replayed" : "badStretch", true);
        return "redirect:/admin/webhooks/" + id;
    }

    @PostMapping("/admin/webhooks/{id}/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        over(work.remove(me, id), id);
        return "redirect:/admin/webhooks";
    }

    private static String over(boolean done, long id) {
        if (!done) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/admin/webhooks/" + id;
    }

    private Webhooks.Endpoint get(long id) {
        return webhooks.find(id, Tenancy.merchant())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
