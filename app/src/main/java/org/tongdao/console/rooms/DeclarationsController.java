package org.tongdao.console.rooms;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.declaration.Declarations;
import org.tongdao.declaration.Imports;

/** The broker's queue. */
@Controller
class DeclarationsController {

    private final ReceiptReader receipts;
    private final Declarations declarations;
    private final Imports imports;
    private final Audit audit;

    DeclarationsController(ReceiptReader receipts, Declarations declarations, Imports imports, Audit audit) {
        this.receipts = receipts;
        this.declarations = declarations;
        this.imports = imports;
        this.audit = audit;
    }

    /** Sends a corrected or refused parcel to customs once more; a parcel that is under way or released is left alone. */
    @PostMapping("/declarations/again")
    String again(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String parcel,
            @RequestParam(defaultValue = "") String importOrder,
            RedirectAttributes told) {
        var report = importOrder.isEmpty()
                ? declarations.declareAgain(List.of(parcel))
                : imports.declareAgain(List.of(importOrder));
        audit.write(me, "declare again", parcel + importOrder);
        told.addFlashAttribute("again", report.declared());
        told.addFlashAttribute("parcel", parcel + importOrder);
        return "redirect:/declarations";
    }

    /** The same for all of one cause that the queue shows, when its reason is over. */
    @PostMapping("/declarations/again/all")
    String againAll(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes told) {
        var held = receipts.held(outcome, code).stream()
                .filter(ReceiptReader.Held::again)
                .toList();
        var parcels = held.stream()
                .filter(h -> !h.isImport())
                .map(ReceiptReader.Held::parcelNo)
                .toList();
        var orders = held.stream()
                .filter(ReceiptReader.Held::isImport)
                .map(ReceiptReader.Held::orderNo)
                .toList();
        int declared = declarations.declareAgain(parcels).declared()
                + imports.declareAgain(orders).declared();
        audit.write(me, "declare again", outcome + " " + code + ": " + declared);
        told.addFlashAttribute("again", declared);
        return "redirect:/declarations";
    }

    @GetMapping("/declarations")
    String queue(
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        model.addAttribute("causes", receipts.causes());
        var held = receipts.held(outcome, code);
        model.addAttribute("held", held);
        model.addAttribute(
                "againAll",
                outcome.isEmpty()
                        ? 0
                        : held.stream().filter(ReceiptReader.Held::again).count());
        model.addAttribute("outcome", outcome);
        model.addAttribute("code", code);
        return "declarations";
    }
}
