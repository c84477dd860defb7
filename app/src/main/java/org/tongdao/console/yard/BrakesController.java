package org.tongdao.console.yard;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.tongdao.console.access.SignedIn;
import org.tongdao.port.BrakeDesk;
import org.tongdao.port.PortWords;

/** The brake test of a train: what each wagon's brake weighs, typed in before the train leaves. */
@Controller
class BrakesController {

    private final BrakeDesk brakes;
    private final YardWork work;

    BrakesController(BrakeDesk brakes, YardWork work) {
        this.brakes = brakes;
        this.work = work;
    }

    @GetMapping("/trains/{no}/brakes")
    String sheet(@AuthenticationPrincipal SignedIn me, @PathVariable String no, Locale language, Model model) {
        var sheet = brakes.find(no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("sheet", sheet);
        model.addAttribute("word", PortWords.of(language));
        model.addAttribute("acts", YardController.ACTING.contains(me.role()) && !sheet.departed());
        return "brakes";
    }

    @PostMapping("/trains/{no}/brakes")
    String type(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String no,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        var kg = new TreeMap<Integer, String>();
        fields.forEach((name, text) -> {
            if (name.matches("kg-\\d{1,4}")) {
                kg.put(Integer.valueOf(name.substring(3)), text);
            }
        });
        var findings = work.brakes(me, no, kg);
        told.addFlashAttribute("findings", findings);
        told.addFlashAttribute("stored", findings.isEmpty());
        return "redirect:/trains/{no}/brakes";
    }
}
