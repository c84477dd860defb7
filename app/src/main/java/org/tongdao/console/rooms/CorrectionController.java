package org.tongdao.console.rooms;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.intake.Correction;
import org.tongdao.intake.Corrections;

/** What waits for an answer of the merchant, and the answer: a corrected order. */
@Controller
class CorrectionController {

    /** {@code line2.hs} is the goods code of the second line. */
    private static final Pattern OF_LINE = Pattern.compile("line(\\d{1,4})\\.(\\w+)");

    private final ReceiptReader receipts;
    private final Corrections corrections;
    private final Audit audit;

    CorrectionController(ReceiptReader receipts, Corrections corrections, Audit audit) {
        this.receipts = receipts;
        this.corrections = corrections;
        this.audit = audit;
    }

    @GetMapping("/exceptions")
    String exceptions(Model model) {
        model.addAttribute("held", receipts.held("", ""));
        return "exceptions";
    }

    @PostMapping("/orders/{id}/correct")
    String correct(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            RedirectAttributes told) {
        var asked = correction(me, id, form);
        var outcome = corrections.correct(asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!outcome.changes().isEmpty()) {
            audit.write(me, "correct order", String.valueOf(id));
        }
        told.addFlashAttribute("outcome", outcome);
        return "redirect:/orders/" + id + "#correct";
    }

    private static Correction correction(SignedIn me, long id, Map<String, String> form) {
        var head = new HashMap<String, String>();
        var lines = new HashMap<Integer, Map<String, String>>();
        BiConsumer<String, String> sort = (name, text) -> {
            Matcher line = OF_LINE.matcher(name);
            if (line.matches()) {
                lines.computeIfAbsent(Integer.parseInt(line.group(1)), n -> new HashMap<>())
                        .put(line.group(2), text);
            } else {
                head.put(name, text);
            }
        };
        form.forEach(sort);
        return new Correction(id, head, lines, me.name(), form.getOrDefault("reason", ""));
    }
}
