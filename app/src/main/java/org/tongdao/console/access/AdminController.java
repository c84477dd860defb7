package org.tongdao.console.access;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.platform.Tenancy;

/** People and tenants. A new person gets a one-time code, shown once to the administrator, never a password. */
@Controller
class AdminController {

    static final List<String> ROLES =
            List.of("OPERATOR", "BROKER", "DISPATCHER", "WAREHOUSE", "FINANCE", "MERCHANT", "PARK", "AUDITOR", "ADMIN");

    private final Users users;
    private final Tenants tenants;
    private final Invitations invitations;
    private final Audit audit;

    AdminController(Users users, Tenants tenants, Invitations invitations, Audit audit) {
        this.users = users;
        this.tenants = tenants;
        this.invitations = invitations;
        this.audit = audit;
    }

    @GetMapping("/admin")
    String admin(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("people", users.list());
        model.addAttribute("roles", ROLES);
        model.addAttribute("tenants", tenants.list());
        model.addAttribute("isHome", me.tenant() == Tenancy.HOME);
        return "admin";
    }

    @PostMapping("/admin/users")
    String invite(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String merchant,
            RedirectAttributes told) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        boolean elsewhere =
                users.find(wanted).filter(p -> p.tenant() != me.tenant()).isPresent();
        if (!wanted.matches("[a-z0-9][a-z0-9._@-]{1,62}")
                || !ROLES.contains(role)
                || elsewhere
                || (role.equals("MERCHANT") && merchant.isBlank())) {
            told.addFlashAttribute("problem", "admin.badName");
            return "redirect:/admin";
        }
        told.addFlashAttribute(
                "code", invitations.issue(wanted, role, role.equals("MERCHANT") ? merchant.strip() : ""));
        told.addFlashAttribute("codeFor", wanted);
        audit.write(me, "invite", wanted + " as " + role);
        return "redirect:/admin";
    }

    @PostMapping("/admin/users/disable")
    String disable(@AuthenticationPrincipal SignedIn me, @RequestParam String name) {
        if (users.disable(name, me.name())) {
            audit.write(me, "disable", name);
        }
        return "redirect:/admin";
    }

    @PostMapping("/admin/tenants")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String code,
            @RequestParam String name,
            RedirectAttributes told) {
        if (me.tenant() != Tenancy.HOME) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        int tenant = code.matches("[a-z0-9-]{2,30}") && !name.isBlank() ? tenants.open(code, name.strip()) : 0;
        if (tenant == 0) {
            told.addFlashAttribute("problem", "admin.badTenant");
            return "redirect:/admin";
        }
        String admin = "admin@" + code;
        told.addFlashAttribute("code", Tenancy.as(tenant, () -> invitations.issue(admin, "ADMIN")));
        told.addFlashAttribute("codeFor", admin);
        audit.write(me, "open tenant", code);
        return "redirect:/admin";
    }
}
