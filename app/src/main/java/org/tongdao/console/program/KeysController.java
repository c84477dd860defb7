package org.tongdao.console.program;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.api.ApiKey;
import org.tongdao.api.ApiKeys;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.platform.Tenancy;

/** Keys of programs: made, shown once, ended. */
@Controller
class KeysController {

    private static final List<String> OF_MERCHANTS =
            List.of("orders:write", "orders:read", "events:read", "webhooks:manage", "files:drop");

    private final ApiKeys keys;
    private final Audit audit;

    KeysController(ApiKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    @GetMapping("/admin/keys")
    String list(Model model) {
        model.addAttribute("keys", keys.list(Tenancy.merchant()));
        model.addAttribute("scopes", scopes());
        return "keys";
    }

    @PostMapping("/admin/keys")
    String issue(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "") String merchant,
            RedirectAttributes told) {
        var wanted = scopes.stream().filter(scopes()::contains).toList();
        if (name.isBlank() || name.strip().length() > 60 || wanted.isEmpty()) {
            told.addFlashAttribute("problem", "apikeys.bad");
            return "redirect:/admin/keys";
        }
        var issued = keys.issue(name.strip(), wanted, Tenancy.merchant().orElse(merchant.strip()), me.name());
        audit.write(me, "issue key", issued.id() + " " + name.strip() + " " + wanted);
        told.addFlashAttribute("secret", issued.secret());
        return "redirect:/admin/keys";
    }

    @PostMapping("/admin/keys/revoke")
    String revoke(@AuthenticationPrincipal SignedIn me, @RequestParam long id) {
        if (keys.revoke(id, Tenancy.merchant())) {
            audit.write(me, "revoke key", "" + id);
        }
        return "redirect:/admin/keys";
    }

    /** A merchant's programs bring orders and hear of them; printers and partners are the house's. */
    private static List<String> scopes() {
        return Tenancy.merchant().isPresent() ? OF_MERCHANTS : ApiKey.SCOPES;
    }
}
