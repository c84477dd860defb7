package org.tongdao.console.broker;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.declaration.Resending;
import org.tongdao.keys.Keys;

/** Sending: which keys sign, what waits on which wire, and every message with what was answered. */
@Controller
class SendingController {

    private final SendingReader sending;
    private final Keys keys;
    private final Resending resending;
    private final Audit audit;

    SendingController(SendingReader sending, Keys keys, Resending resending, Audit audit) {
        this.sending = sending;
        this.keys = keys;
        this.resending = resending;
        this.audit = audit;
    }

    @GetMapping("/declarations/sending")
    String sending(
            @RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "0") long before, Model model) {
        model.addAttribute("keys", keys.shown());
        model.addAttribute("wires", sending.wires());
        var messages = sending.messages(type, before);
        model.addAttribute("messages", messages);
        model.addAttribute("type", type);
        model.addAttribute(
                "next",
                messages.size() == SendingReader.PAGE
                        ? messages.get(messages.size() - 1).id()
                        : 0);
        return "broker/sending";
    }

    @PostMapping("/declarations/sending/{id}/again")
    String again(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        boolean done = resending.again(id);
        if (done) {
            audit.write(me, "send again", "customs message " + id);
        }
        told.addFlashAttribute("again", done);
        return "redirect:/declarations/sending";
    }
}
