package org.tongdao.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongdao.platform.Tenancy;

/** The pages in front of the door: sign in, and set a password with a one-time code. */
@Controller
class GateController {

    private final Invitations invitations;
    private final Organisation organisation;

    GateController(Invitations invitations, Organisation organisation) {
        this.invitations = invitations;
        this.organisation = organisation;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/today";
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("organisation", organisation.isSet() ? organisation.name() : "");
        return "gate/sign-in";
    }

    @GetMapping("/welcome")
    String welcome(@RequestParam(defaultValue = "") String code, Model model) {
        return page(code, "", model);
    }

    @PostMapping("/welcome")
    String setPassword(
            @RequestParam String code,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            Model model)
            throws ServletException {
        var invited = invitations.look(code);
        if (invited.isEmpty()) {
            return page(code, "", model);
        }
        if (!password.equals(again)) {
            return page(code, "gate.differ", model);
        }
        if (!Passwords.fits(password, invited.get().userName())) {
            return page(code, "gate.weak", model);
        }
        boolean set = Tenancy.as(invited.get().tenant(), () -> invitations.redeem(code, invited.get(), password));
        if (!set) {
            return page(code, "", model);
        }
        request.getSession().invalidate(); // a session known before must not become a signed-in one
        request.login(invited.get().userName(), password);
        return "redirect:/today";
    }

    private String page(String code, String problem, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("problem", problem);
        model.addAttribute("invited", invitations.look(code).orElse(null));
        return "gate/welcome";
    }
}
