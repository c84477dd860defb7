package org.tongdao.console.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import org.tongdao.console.frame.WorkTime;
import org.tongdao.customs.TradeWay;
import org.tongdao.declaration.MatchDesk;
import org.tongdao.declaration.MatchRequest;
import org.tongdao.terms.CustomsRegime;

/** The match board: bring three files, see what does not fit and why, accept near misses of one reason together. */
@Controller
class MatchController {

    private final MatchReader batches;
    private final MatchDesk desk;
    private final Audit audit;
    private final WorkTime time;

    MatchController(MatchReader batches, MatchDesk desk, Audit audit, WorkTime time) {
        this.batches = batches;
        this.desk = desk;
        this.audit = audit;
        this.time = time;
    }

    @GetMapping("/declarations/match")
    String list(Model model) {
        model.addAttribute("batches", batches.batches());
        return "broker/match";
    }

    /** The regime with its direction, such as {@code 1210I}. */
    private record Asked(CustomsRegime regime, TradeWay way) {

        static Asked of(String text) {
            return new Asked(
                    CustomsRegime.ofCode(text.substring(0, text.length() - 1)),
                    text.endsWith("I") ? TradeWay.IMPORT : TradeWay.EXPORT);
        }
    }

    @PostMapping("/declarations/match")
    String take(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String regime,
            @RequestParam MultipartFile orders,
            @RequestParam MultipartFile payments,
            @RequestParam MultipartFile waybills,
            RedirectAttributes told)
            throws IOException {
        if (!regime.matches("(9610|9710|9810|1210)[EI]") || orders.isEmpty() || waybills.isEmpty()) {
            told.addFlashAttribute("problem", "match.noFile");
            return "redirect:/declarations/match";
        }
        var asked = Asked.of(regime);
        Path folder = Files.createTempDirectory("match");
        try {
            var request = new MatchRequest(
                    name(orders),
                    asked.regime(),
                    asked.way(),
                    LocalDate.ofInstant(time.now(), ZoneId.of("Asia/Shanghai")),
                    kept(folder, "orders.csv", orders),
                    payments.isEmpty() ? none(folder) : kept(folder, "payments.csv", payments),
                    kept(folder, "waybills.csv", waybills));
            var taken = desk.take(request, me.name());
            if (taken.batch().isEmpty()) {
                told.addFlashAttribute("findings", taken.findings());
                return "redirect:/declarations/match";
            }
            audit.write(me, "match", "match " + taken.batch().get());
            return "redirect:/declarations/match/" + taken.batch().get();
        } finally {
            remove(folder);
        }
    }

    @GetMapping("/declarations/match/{id}")
    String one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String rules,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        model.addAttribute("batch", get(id));
        model.addAttribute("reasons", batches.reasons(id));
        model.addAttribute("unreadable", batches.unreadable(id));
        model.addAttribute("verdict", verdict);
        model.addAttribute("rules", rules);
        var rows = batches.rows(id, verdict, rules, after);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "next",
                rows.size() == MatchReader.PAGE ? rows.get(rows.size() - 1).position() : 0);
        return "broker/match-batch";
    }

    @PostMapping("/declarations/match/{id}/accept")
    String accept(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam String rules,
            RedirectAttributes told) {
        get(id);
        told.addFlashAttribute("accepted", desk.accept(id, List.of(rules.split(",")), me.name()));
        audit.write(me, "accept near misses", "match " + id + " " + rules);
        return "redirect:/declarations/match/" + id;
    }

    @PostMapping("/declarations/match/{id}/reopen")
    String reopen(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam String rules,
            RedirectAttributes told) {
        get(id);
        told.addFlashAttribute("reopened", desk.reopen(id, List.of(rules.split(","))));
        audit.write(me, "reopen near misses", "match " + id + " " + rules);
        return "redirect:/declarations/match/" + id;
    }

    private MatchReader.Batch get(long id) {
        return batches.batch(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return FileName.safe(name == null ? "" : name);
    }

    private static Path kept(Path folder, String name, MultipartFile file) throws IOException {
        Path path = folder.resolve(name);
        file.transferTo(path);
        return path;
    }

    /** Export needs no payments: an empty table stands for them. */
    private static Path none(Path folder) throws IOException {
        return Files.writeString(folder.resolve("payments.csv"), "pay_code,pay_no,order_no,amount,currency\n");
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
