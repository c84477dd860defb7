package org.tongdao.console.access;

import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may come in by the login of his organisation, and the way to it. */
@Controller
class LoginsController {

    private final Logins logins;
    private final Organisation organisation;
    private final Audit audit;

    LoginsController(Logins logins, Organisation organisation, Audit audit) {
        this.logins = logins;
        this.organisation = organisation;
        this.audit = audit;
    }

    /** Sends there only when it answers; else back with words instead of an error. */
    @GetMapping("/sign-in/organisation")
    String go() {
        try {
            return organisation.findByRegistrationId(Organisation.ID) == null
                    ? "redirect:/sign-in"
                    : "redirect:/oauth2/authorization/" + Organisation.ID;
        } catch (RuntimeException e) {
            return "redirect:/sign-in?organisation";
        }
    }

    @GetMapping("/admin/logins")
    String list(Model model) {
        model.addAttribute("logins", logins.list());
        model.addAttribute("roles", AdminController.ROLES);
        model.addAttribute("organisation", organisation.isSet() ? organisation.name() : "");
        return "logins";
    }

    @PostMapping("/admin/logins")
    String invite(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String merchant,
            RedirectAttributes told) {
        var guest = new Logins.Guest(
                name.strip().toLowerCase(Locale.ROOT),
                role,
                role.equals("MERCHANT") ? merchant.strip() : "",
                email.strip().toLowerCase(Locale.ROOT));
        boolean sound = guest.name().matches("[a-z0-9][a-z0-9._@-]{1,62}")
                && guest.email().matches("[^\\s@]{1,64}@[^\\s@]{3,180}")
                && AdminController.ROLES.contains(role)
                && role.equals("MERCHANT") != guest.merchant().isEmpty();
        if (!sound || !logins.invite(guest, me.name())) {
            told.addFlashAttribute("problem", "logins.bad");
        } else {
            audit.write(me, "invite by organisation", guest.name() + " as " + role + ": " + guest.email());
        }
        return "redirect:/admin/logins";
    }

    @PostMapping("/admin/logins/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @RequestParam String name) {
        if (logins.remove(name)) {
            audit.write(me, "end login by organisation", name);
        }
        return "redirect:/admin/logins";
    }
}
