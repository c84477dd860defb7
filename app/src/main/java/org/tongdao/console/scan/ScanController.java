package org.tongdao.console.scan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.bench.Bench;
import org.tongdao.bench.ScanInput;
import org.tongdao.bench.Station;
import org.tongdao.bench.Worker;
import org.tongdao.console.access.SignedIn;
import org.tongdao.printing.PrintJob;
import org.tongdao.printing.PrintQueue;

/** The pages of the bench and the one address to which they send what was scanned. */
@Controller
class ScanController {

    static final List<String> REASONS =
            List.of("DAMAGED", "WET", "NO-LABEL", "WRONG-GOODS", "DANGEROUS", "INSPECTION", "MERCHANT", "OTHER");

    private final Bench bench;
    private final ScanWork work;
    private final ScanWords words;
    private final PrintQueue prints;

    ScanController(Bench bench, ScanWork work, ScanWords words, PrintQueue prints) {
        this.bench = bench;
        this.work = work;
        this.words = words;
        this.prints = prints;
    }

    /** As the page sends it. */
    record Sent(UUID id, String place, String device, String code, String target, long agoMs) {

        ScanInput at(Station station) {
            return new ScanInput(id, station, place, device, code, target, agoMs);
        }
    }

    /** A wish to take something back. */
    record Undo(UUID id, String place, String device, long scanId, String reason) {}

    @GetMapping("/scan")
    String stations(Model model) {
        model.addAttribute("stations", Station.values());
        model.addAttribute("unknown", bench.unknown());
        return "scan/stations";
    }

    @GetMapping("/scan/codes")
    String codes(Model model) {
        model.addAttribute("commands", CodeSheet.commands());
        model.addAttribute("reasons", CodeSheet.reasons(REASONS));
        model.addAttribute("places", CodeSheet.places());
        return "scan/codes";
    }

    @GetMapping("/scan/{station}")
    String station(@PathVariable String station, Model model) {
        model.addAttribute("station", get(station));
        model.addAttribute("reasons", REASONS);
        return "scan/station";
    }

    @PostMapping(path = "/scan/{station}/scans", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ScanWords.Said scan(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestBody Sent sent,
            Locale language) {
        var answer = bench.scan(sent.at(get(station)), worker(me));
        var printer = answer.act().equals("LABELLED") ? prints.byScan(answer.scanId()) : Optional.<PrintJob>empty();
        return words.say(answer, printer.map(PrintJob::printer).orElse(""), language);
    }

    @PostMapping(path = "/scan/{station}/reversals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ScanWords.Said reverse(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestBody Undo undo,
            Locale language) {
        var input =
                new ScanInput(undo.id(), get(station), undo.place(), undo.device(), "TD-UNDO " + undo.scanId(), "", 0);
        return words.say(work.reverse(me, input, undo.scanId(), undo.reason()), "", language);
    }

    static Worker worker(SignedIn me) {
        return new Worker(me.name(), me.role());
    }

    private static Station get(String path) {
        return Station.find(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
