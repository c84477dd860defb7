package org.tongdao.console.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.FileName;
import org.tongdao.console.frame.Repost;
import org.tongdao.ledger.RateSheet;
import org.tongdao.settlement.RateCards;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Price lists: versions by their days, an editor of zones, bands and surcharges, and a bench of pasted parcels between a version and a draft. */
@Controller
class TariffController {

    private static final Set<String> ACTING = Set.of("ADMIN", "OPERATOR", "FINANCE");

    private final RateCards cards;
    private final Audit audit;

    TariffController(RateCards cards, Audit audit) {
        this.cards = cards;
        this.audit = audit;
    }

    @GetMapping("/tariffs")
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("versions", cards.list());
        model.addAttribute("today", cards.today());
        model.addAttribute("acts", ACTING.contains(me.role()));
        return "tariff/index";
    }

    /** A version in the editor: looked at, compared, or the beginning of the next one. */
    @GetMapping("/tariffs/{id}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
        var rows = cards.rows(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return editor(me, rows, List.of(), model);
    }

    /** The editor with the shipped example. */
    @GetMapping("/tariffs/new")
    String example(@AuthenticationPrincipal SignedIn me, Model model) {
        return editor(me, cards.example(), List.of(), model);
    }

    /** A sheet in the editor, with what is wrong in it; nothing is kept yet. */
    @PostMapping("/tariffs/import")
    String read(@AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file, Model model)
            throws IOException {
        String name = FileName.safe(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        var opened = cards.open(name, file.getBytes());
        return answered(me, opened.rows(), opened.findings(), model);
    }

    /** The draft as it is read, and beside a kept version when parcels are pasted. */
    @PostMapping("/tariffs/try")
    String attempt(
            @AuthenticationPrincipal SignedIn me, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var rows = TariffForm.rows(sent);
        var read = RateSheet.read("tariff", rows);
        var findings = new ArrayList<>(TariffForm.tooLong(sent));
        findings.addAll(read.findings());
        String parcels = String.valueOf(sent.toSingleValueMap().getOrDefault("parcels", ""));
        long against = number(sent.toSingleValueMap().getOrDefault("against", ""));
        if (read.sheet().isPresent() && !parcels.isBlank()) {
            var compared =
                    cards.compare(against, read.sheet().get(), parcels.strip().getBytes(StandardCharsets.UTF_8));
            compared.ifPresentOrElse(
                    c -> {
                        findings.addAll(c.findings());
                        model.addAttribute("compared", c);
                    },
                    () -> findings.add(Finding.error(
                            "RATE-AGAINST",
                            Place.of("tariff"),
                            String.valueOf(sent.toSingleValueMap().getOrDefault("against", "")),
                            "Maybe: keep a version first, then compare the next one with it")));
        }
        model.addAttribute("parcels", parcels);
        model.addAttribute("against", against);
        model.addAttribute("tried", true);
        return answered(me, rows, findings, model);
    }

    /** Where a reload leads: a draft is nothing that is kept. */
    @GetMapping({"/tariffs/try", "/tariffs/import"})
    String again() {
        return "redirect:/tariffs";
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private String answered(SignedIn me, List<RateSheet.Row> rows, List<Finding> findings, Model model) {
        model.addAttribute("repost", new Repost("editor", "/tariffs/try"));
        return editor(me, rows, findings, model);
    }

    private String editor(SignedIn me, List<RateSheet.Row> rows, List<Finding> findings, Model model) {
        model.addAttribute("head", TariffForm.head(rows));
        model.addAttribute("headColumns", TariffForm.HEAD);
        model.addAttribute("tables", TariffForm.tables(rows));
        model.addAttribute("findings", findings);
        model.addAttribute("versions", cards.list());
        model.addAttribute("acts", ACTING.contains(me.role()));
        return "tariff/edit";
    }

    @PostMapping("/tariffs")
    String keep(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes told) {
        var rows = TariffForm.rows(sent);
        var tooLong = TariffForm.tooLong(sent);
        if (!tooLong.isEmpty()) {
            return answered(me, rows, tooLong, model);
        }
        var kept = cards.keep(rows, sent.containsKey("end"), me.name());
        if (kept.id().isEmpty()) {
            return answered(me, rows, kept.findings(), model);
        }
        audit.write(me, "keep tariff", "tariff " + kept.id().get());
        told.addFlashAttribute("kept", true);
        told.addFlashAttribute("findings", kept.findings());
        return "redirect:/tariffs";
    }

    @PostMapping("/tariffs/{id}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes told) {
        try {
            var refused = cards.end(id, LocalDate.parse(day));
            refused.ifPresent(f -> told.addFlashAttribute("findings", List.of(f)));
            if (refused.isEmpty()) {
                audit.write(me, "end tariff", "tariff " + id + " " + day);
            }
        } catch (DateTimeParseException e) {
            told.addFlashAttribute(
                    "findings",
                    List.of(Finding.error("RATE-DAY", Place.of("tariff"), day, "Maybe: a day such as 2026-12-01")));
        }
        return "redirect:/tariffs";
    }
}
