package org.tongdao.console.route;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.tongdao.console.frame.WorkTime;
import org.tongdao.planning.RouteAnswer;
import org.tongdao.planning.RouteBookings;
import org.tongdao.planning.RouteDesk;
import org.tongdao.statistics.Statistics;

/** From where to where, when and what: ways as a table and on a map, kept, sent as a link, booked. The address is the question. */
@Controller
class RouteController {

    static final Set<String> ACTING = Set.of("ADMIN", "OPERATOR", "DISPATCHER");
    private static final Set<String> TARIFFS = Set.of("ADMIN", "OPERATOR", "DISPATCHER", "FINANCE", "AUDITOR");

    private final RouteDesk desk;
    private final RouteBookings bookings;
    private final Statistics statistics;
    private final RouteQuotes quotes;
    private final RouteMap map;
    private final Audit audit;
    private final WorkTime time;
    private final MessageSource messages;

    RouteController(
            RouteDesk desk,
            RouteBookings bookings,
            Statistics statistics,
            RouteQuotes quotes,
            RouteMap map,
            Audit audit,
            WorkTime time,
            MessageSource messages) {
        this.desk = desk;
        this.bookings = bookings;
        this.statistics = statistics;
        this.quotes = quotes;
        this.map = map;
        this.audit = audit;
        this.time = time;
        this.messages = messages;
    }

    @GetMapping("/routes")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> sent,
            Locale language,
            Model model) {
        var usual = time.now().plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.MINUTES);
        var asked = RouteForm.leaving(sent, usual);
        var fields = RouteForm.question(asked);
        if (fields.containsKey("to") && fields.containsKey("window")) {
            var window = desk.window(fields);
            model.addAttribute("window", window);
            model.addAttribute(
                    "links",
                    window.starts().stream()
                            .map(s -> RouteForm.ready(asked, s.ready()))
                            .toList());
            fields = Map.of();
        }
        var answer = fields.containsKey("to") ? desk.ask(fields) : RouteAnswer.none(List.of());
        model.addAttribute("fields", asked);
        model.addAttribute("asked", fields.containsKey("to"));
        model.addAttribute("answer", answer);
        model.addAttribute("drawing", map.of(desk.network(), answer.options(), words(language)::place));
        model.addAttribute("quotes", answer.options().isEmpty() ? List.of() : quotes.of(asked));
        model.addAttribute("tariffs", TARIFFS.contains(me.role()));
        model.addAttribute("usual", usual);
        model.addAttribute("token", UUID.randomUUID().toString());
        model.addAttribute("bookings", bookings.list());
        surround(me, language, model);
        return "route/routes";
    }

    private RouteWords words(Locale language) {
        return new RouteWords(desk.network(), messages, language, time.now());
    }

    private void surround(SignedIn me, Locale language, Model model) {
        model.addAttribute("word", words(language));
        model.addAttribute("places", desk.network().stations());
        model.addAttribute("acts", ACTING.contains(me.role()));
    }

    /** What the lanes really came to. */
    @GetMapping("/routes/index")
    String index(
            @AuthenticationPrincipal SignedIn me, @RequestParam Optional<Integer> year, Locale language, Model model) {
        model.addAttribute("index", statistics.lanes(year));
        surround(me, language, model);
        return "route/index";
    }

    @PostMapping("/routes/saved")
    String save(@AuthenticationPrincipal SignedIn me, @RequestParam Map<String, String> sent) {
        long id = desk.save(RouteForm.question(sent), me.name());
        return "redirect:/routes/saved/" + id;
    }

    @GetMapping("/routes/saved/{id}")
    String saved(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Locale language, Model model) {
        var saved = desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("saved", saved);
        surround(me, language, model);
        return "route/saved";
    }

    @PostMapping("/routes/bookings")
    String book(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String token,
            RedirectAttributes told) {
        var booked = bookings.book(RouteForm.question(sent), option, token, me.name());
        booked.id().ifPresent(id -> {
            audit.write(me, "book route", "booking " + id + " " + option);
            told.addFlashAttribute("booked", id);
        });
        told.addFlashAttribute("findings", booked.findings());
        RouteForm.FIELDS.forEach(f -> told.addAttribute(f, sent.getOrDefault(f, "")));
        return "redirect:/routes";
    }

    @PostMapping("/routes/bookings/{id}/cancel")
    String cancel(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        if (bookings.cancel(id)) {
            audit.write(me, "cancel route booking", "booking " + id);
            told.addFlashAttribute("cancelled", id);
        }
        return "redirect:/routes";
    }
}
