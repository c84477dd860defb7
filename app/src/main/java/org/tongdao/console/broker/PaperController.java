package org.tongdao.console.broker;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.customs.ReturnTransport;
import org.tongdao.declaration.LaterPapers;
import org.tongdao.declaration.ReturnAsk;
import org.tongdao.declaration.Summaries;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Cancellations and returns of declared lists, and the summary declaration with its deadline. */
@Controller
class PaperController {

    private final PaperReader reader;
    private final LaterPapers papers;
    private final Summaries summaries;
    private final Audit audit;
    private final WorkTime time;

    PaperController(PaperReader reader, LaterPapers papers, Summaries summaries, Audit audit, WorkTime time) {
        this.reader = reader;
        this.papers = papers;
        this.summaries = summaries;
        this.audit = audit;
        this.time = time;
    }

    @GetMapping("/declarations/papers")
    String papers(@RequestParam(defaultValue = "") String q, Model model) {
        var found = reader.find(q);
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute("lines", found.size() == 1 ? reader.lines(found.get(0)) : List.of());
        model.addAttribute("papers", reader.papers());
        return "broker/papers";
    }

    @PostMapping("/declarations/papers/cancel")
    String cancel(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String copNo,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        var against = papers.cancel(copNo, reason, me.name());
        if (against.isEmpty()) {
            audit.write(me, "cancel list", copNo + ": " + reason);
        }
        return told(told, copNo, against);
    }

    /** Quantities come as {@code row1}, {@code row2} …; how exports come back as texts that may be empty for imports. */
    @PostMapping("/declarations/papers/return")
    String giveBack(
            @AuthenticationPrincipal SignedIn me, @RequestParam Map<String, String> form, RedirectAttributes told) {
        var copNo = form.getOrDefault("copNo", "");
        var quantities = new TreeMap<Integer, BigDecimal>();
        for (var cell : form.entrySet()) {
            if (!cell.getKey().matches("row\\d{1,3}") || cell.getValue().isBlank()) {
                continue;
            }
            var value = cell.getValue().strip();
            if (!value.matches("\\d{1,9}(\\.\\d{1,5})?")) {
                return told(
                        told,
                        copNo,
                        List.of(Finding.error(
                                "CELL-NUMBER",
                                Place.of(cell.getKey()),
                                value,
                                "Write a number such as 2, not below 0.")));
            }
            quantities.put(Integer.valueOf(cell.getKey().substring(3)), new BigDecimal(value));
        }
        var transport = new ReturnTransport(
                form.getOrDefault("waybill", "").strip(),
                form.getOrDefault("bill", "").strip(),
                "3",
                form.getOrDefault("vehicle", "").strip(),
                form.getOrDefault("voyage", "").strip(),
                form.getOrDefault("country", "").strip());
        var against = papers.giveBack(
                new ReturnAsk(copNo, form.getOrDefault("reason", ""), transport, quantities), me.name());
        if (against.isEmpty()) {
            audit.write(me, "return goods", copNo + " " + quantities);
        }
        return told(told, copNo, against);
    }

    @PostMapping("/declarations/papers/tally")
    String tally(@AuthenticationPrincipal SignedIn me, @RequestParam String number, RedirectAttributes told) {
        var against = papers.tally(number, "", me.name());
        if (against.isEmpty()) {
            audit.write(me, "tally return", number);
        }
        return told(told, "", against);
    }

    private static String told(RedirectAttributes told, String copNo, List<Finding> against) {
        told.addFlashAttribute("findings", against);
        told.addFlashAttribute("sent", against.isEmpty());
        told.addAttribute("q", copNo);
        return "redirect:/declarations/papers";
    }

    @GetMapping("/declarations/summaries")
    String summaries(Model model) {
        model.addAttribute("months", summaries.months(time.now()));
        model.addAttribute("summaries", reader.summaries());
        return "broker/summaries";
    }

    @PostMapping("/declarations/summaries")
    String apply(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String regime,
            @RequestParam String month,
            RedirectAttributes told) {
        if (!regime.matches("9610|1210") || !month.matches("20\\d\\d-(0[1-9]|1[0-2])")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        int lists = summaries.apply(regime, YearMonth.parse(month), me.name());
        audit.write(me, "apply for summary", regime + " " + month + ": " + lists + " lists");
        told.addFlashAttribute("applied", lists);
        return "redirect:/declarations/summaries";
    }
}
