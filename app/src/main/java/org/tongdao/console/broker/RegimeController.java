package org.tongdao.console.broker;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.declaration.Declarations;
import org.tongdao.declaration.DeclareAs;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Batches by regime: an order file is declared as 9610, 9710, 9810 or out of an account book of 1210. */
@Controller
class RegimeController {

    private static final BigDecimal MOST_YUAN = BigDecimal.valueOf(10_000);

    private final RegimeReader files;
    private final Declarations declarations;
    private final Audit audit;

    RegimeController(RegimeReader files, Declarations declarations, Audit audit) {
        this.files = files;
        this.declarations = declarations;
        this.audit = audit;
    }

    @GetMapping("/declarations/regimes")
    String regimes(Model model) {
        var latest = files.files();
        model.addAttribute("files", latest);
        model.addAttribute("open", latest.stream().anyMatch(f -> f.open() > 0));
        return "broker/regimes";
    }

    /** Asks for a file to be declared; the standing work does it. */
    @PostMapping("/declarations/regimes")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam long batch,
            @ModelAttribute RegimeForm form,
            @RequestParam(defaultValue = "") String cnyRate,
            RedirectAttributes told) {
        var rate = cnyRate.isBlank() ? "0" : cnyRate.strip();
        if (!rate.matches("\\d{1,5}(\\.\\d{1,6})?") || new BigDecimal(rate).compareTo(MOST_YUAN) > 0) {
            told.addFlashAttribute(
                    "findings",
                    List.of(Finding.error(
                            "CELL-NUMBER",
                            Place.of("cnyRate"),
                            rate,
                            "Yuan for one unit of the orders' currency, such as 7.12, from 0 to 10000.")));
            return "redirect:/declarations/regimes";
        }
        var as = new DeclareAs(form.named(), form.isPilot(), form.ledger(), new BigDecimal(rate));
        if (!declarations.request(batch, me.name(), as)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.write(me, "declare", "batch " + batch + " " + form.regime());
        told.addFlashAttribute("asked", batch);
        return "redirect:/declarations/regimes";
    }
}
