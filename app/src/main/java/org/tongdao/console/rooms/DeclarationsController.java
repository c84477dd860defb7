package org.tongdao.console.rooms;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The broker's queue. */
@Controller
class DeclarationsController {

    private final ReceiptReader receipts;

    DeclarationsController(ReceiptReader receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/declarations")
    String queue(
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        model.addAttribute("causes", receipts.causes());
        model.addAttribute("held", receipts.held(outcome, code));
        model.addAttribute("outcome", outcome);
        model.addAttribute("code", code);
        return "declarations";
    }
}
