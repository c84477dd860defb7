package org.tongdao.console.yard;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
import org.tongdao.console.frame.Moments;
import org.tongdao.console.frame.Places;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.dispatch.Actual;
import org.tongdao.dispatch.Actuals;
import org.tongdao.dispatch.Author;
import org.tongdao.dispatch.Dispatch;
import org.tongdao.dispatch.Outgoing;
import org.tongdao.dispatch.StationBoard;
import org.tongdao.port.PortWords;
import org.tongdao.port.PullDesk;
import org.tongdao.yard.YardStation;

/** The board of one station: looking, trying, saving, telling what happened. */
@Controller
class YardController {

    static final List<String> ACTING = List.of("ADMIN", "DISPATCHER");

    private final Dispatch dispatch;
    private final Actuals actuals;
    private final PullDesk pulls;
    private final YardWork work;
    private final WorkTime time;
    private final Places places;

    YardController(Dispatch dispatch, Actuals actuals, PullDesk pulls, YardWork work, WorkTime time, Places places) {
        this.dispatch = dispatch;
        this.actuals = actuals;
        this.pulls = pulls;
        this.work = work;
        this.time = time;
        this.places = places;
    }

    /** One line of the list of stations. */
    record Line(YardStation station, int trains, Optional<Instant> lastFact) {}

    @GetMapping("/yard")
    String list(Model model) {
        var now = time.now();
        model.addAttribute(
                "lines",
                dispatch.stations().stream()
                        .map(s -> new Line(s, dispatch.board(s, now).trains().size(), dispatch.lastFact(s)))
                        .toList());
        return "yards";
    }

    @GetMapping("/yard/{station}")
    String board(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> look,
            Locale language,
            Model model,
            HttpServletResponse response) {
        var at = dispatch.findStation(station);
        if (at.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("unknown", station);
            return list(model);
        }
        show(me, at.get(), look, language, model);
        return "yard";
    }

    /** What changes by itself: drawing, queues, departures, trains; nothing when it is as the browser has it. */
    @GetMapping("/yard/{station}/gantt")
    @Nullable
    String gantt(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> look,
            Locale language,
            Model model,
            HttpServletResponse response) {
        show(me, get(station), look, language, model);
        if (String.valueOf(model.getAttribute("stamp")).equals(look.get("seen"))) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute("oob", true);
        return "yard-live";
    }

    @PostMapping("/yard/{station}/try")
    String attempt(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> fields,
            Locale language,
            Model model) {
        var at = get(station);
        var trial = dispatch.attempt(at, new YardForm(fields, zone(at)).change(), time.now());
        show(me, at, Map.of("hours", fields.getOrDefault("hours", "")), language, model);
        model.addAttribute("trial", trial);
        fields.remove("_csrf");
        model.addAttribute("fields", fields);
        return "yard";
    }

    @PostMapping("/yard/{station}/save")
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        var at = get(station);
        var form = new YardForm(fields, zone(at));
        try {
            var trial = work.save(
                    me, at, form.change(), form.seen(), new Author(me.name(), form.text("reason"), time.now()));
            if (trial.isAllowed()) {
                told.addFlashAttribute("saved", trial.after().version().version());
            } else {
                told.addFlashAttribute("findings", trial.findings());
            }
        } catch (DuplicateKeyException e) {
            told.addFlashAttribute("findings", List.of(Dispatch.conflict("")));
        }
        return back(at, fields);
    }

    @PostMapping("/yard/{station}/actuals")
    String tell(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        var at = get(station);
        var form = new YardForm(fields, zone(at));
        var mark = form.text("mark").equals("BEGIN") ? Actual.Mark.BEGIN : Actual.Mark.END;
        var actual =
                new Actual(form.text("train"), form.stage(), mark, form.time("from"), fields.containsKey("correction"));
        var findings = work.tell(me, at, actual, new Author(me.name(), form.text("reason"), time.now()));
        told.addFlashAttribute("findings", findings);
        told.addFlashAttribute("stored", findings.stream().noneMatch(org.tongdao.terms.Finding::stops));
        return back(at, fields);
    }

    @PostMapping("/yard/{station}/scan")
    String scan(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        var at = get(station);
        var code = fields.getOrDefault("code", "").strip().toUpperCase(Locale.ROOT);
        var findings = work.scan(me, at, code, new Author(me.name(), "", time.now()));
        told.addFlashAttribute("findings", findings);
        told.addFlashAttribute("stored", findings.isEmpty());
        return back(at, fields);
    }

    @PostMapping("/yard/{station}/departures")
    String depart(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String station,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        var at = get(station);
        var train = fields.getOrDefault("train", "");
        var blockers = work.depart(me, at, train, new Author(me.name(), "", time.now()));
        told.addFlashAttribute("refused", blockers);
        told.addFlashAttribute("departing", train);
        return back(at, fields);
    }

    private void show(SignedIn me, YardStation station, Map<String, String> look, Locale language, Model model) {
        var now = time.now();
        var shown = shown(station, look, now);
        var board = dispatch.board(station, shown);
        boolean replay = !shown.equals(now);
        int hours = hours(look);
        model.addAttribute("board", board);
        model.addAttribute("hours", hours);
        model.addAttribute("replay", replay);
        model.addAttribute("playing", look.containsKey("play"));
        model.addAttribute("acts", ACTING.contains(me.role()) && !replay);
        model.addAttribute(
                "gantt", GanttDrawing.draw(board, hours, zone(station), ACTING.contains(me.role()) && !replay));
        model.addAttribute("queues", Queues.of(board));
        var outgoing = actuals.outgoing(station, new Author(me.name(), "", shown));
        model.addAttribute("outgoing", outgoing);
        model.addAttribute("history", dispatch.history(station));
        model.addAttribute("pulls", pulls.open());
        model.addAttribute("word", PortWords.of(language));
        model.addAttribute("stamp", stamp(board, outgoing));
        model.addAttribute("oob", false);
        model.addAttribute("chosen", look.getOrDefault("train", ""));
    }

    /** What was asked for; else the present, or the last activity when nothing is near the present. */
    private Instant shown(YardStation station, Map<String, String> look, Instant now) {
        if (!look.getOrDefault("at", "").isEmpty()) {
            var asked = new YardForm(look, zone(station)).time("at");
            return asked.isBefore(now) ? asked : now;
        }
        var last = dispatch.lastFact(station);
        boolean quiet = dispatch.board(station, now).steps().stream()
                .noneMatch(s -> s.end().isAfter(now.minus(Duration.ofHours(12))));
        return quiet && last.isPresent() && last.get().isBefore(now) ? last.get() : now;
    }

    private static int hours(Map<String, String> look) {
        var hours = look.getOrDefault("hours", "");
        return List.of("6", "72").contains(hours) ? Integer.parseInt(hours) : 24;
    }

    /** Changes when anything that is drawn does; in steps of a minute. */
    private static int stamp(StationBoard board, List<Outgoing> outgoing) {
        return Objects.hash(
                outgoing,
                board.trains(),
                board.steps(),
                board.version().version(),
                board.closures(),
                board.now().getEpochSecond() / 60);
    }

    private static String back(YardStation station, Map<String, String> fields) {
        var hours = fields.getOrDefault("hours", "");
        return "redirect:/yard/" + station.id() + (List.of("6", "24", "72").contains(hours) ? "?hours=" + hours : "");
    }

    private ZoneId zone(YardStation station) {
        return Moments.zone(places, station.node());
    }

    private YardStation get(String id) {
        return dispatch.findStation(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
