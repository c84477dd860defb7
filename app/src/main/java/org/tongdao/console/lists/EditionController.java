package org.tongdao.console.lists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.Repost;
import org.tongdao.editions.NewEdition;
import org.tongdao.editions.Trial;

/** A new edition of a list: looked at first, then put in force with a reason. */
@Controller
class EditionController {

    private static final int LONGEST_REASON = 300;
    private static final int SHOWN = 500;

    private final ListWork work;

    EditionController(ListWork work) {
        this.work = work;
    }

    /**
     * What the form holds.
     *
     * @param restores number of the older edition that is brought back; -1 for none
     * @param base number of the edition that the differences were shown against
     */
    record Brought(
            @Nullable String text,
            @Nullable String reason,
            @Nullable Integer restores,
            @Nullable Integer base) {

        String content() {
            return text == null ? "" : text;
        }

        String why() {
            var plain = reason == null ? "" : reason.strip();
            return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) : plain;
        }

        int older() {
            return restores == null ? -1 : restores;
        }
    }

    /** Shows what would change; nothing is kept. A file goes before a text, an older edition before both. */
    @PostMapping("/admin/lists/try")
    String attempt(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute Brought brought,
            Model model)
            throws IOException {
        var text = brought.content();
        if (text.isBlank() && brought.older() >= 0) {
            text = work.older(me, name, brought.older());
        } else if (file != null && !file.isEmpty()) {
            text = new String(file.getBytes(), StandardCharsets.UTF_8);
        }
        return shown(name, work.attempt(me, name, text), brought, model);
    }

    /** Where a reload leads: a dry run is nothing that is kept. */
    @GetMapping({"/admin/lists/try", "/admin/lists/put"})
    String again() {
        return "redirect:/admin/lists";
    }

    @PostMapping("/admin/lists/put")
    String put(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @ModelAttribute Brought brought,
            Model model,
            RedirectAttributes told) {
        if (brought.why().isEmpty() || brought.base() == null) {
            model.addAttribute("reasonMissing", true);
            return shown(name, work.attempt(me, name, brought.content()), brought, model);
        }
        var trial = work.put(
                me, name, new NewEdition(brought.content(), brought.base(), brought.older(), brought.why(), me.name()));
        if (!trial.isSound()) {
            return shown(name, trial, brought, model);
        }
        told.addFlashAttribute("inForce", trial.base() + 1);
        told.addAttribute("name", name);
        return "redirect:/admin/lists/view";
    }

    private static String shown(String name, Trial trial, Brought brought, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("trial", trial);
        model.addAttribute(
                "differences",
                trial.differences()
                        .subList(0, Math.min(SHOWN, trial.differences().size())));
        model.addAttribute("reason", brought.why());
        model.addAttribute("restores", brought.older());
        model.addAttribute("repost", new Repost("edition", "/admin/lists/try"));
        return "admin/edition";
    }
}
