package org.tongdao.console.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.tongdao.console.frame.WorkTime;
import org.tongdao.consolidation.LaneHolds;
import org.tongdao.planning.Lane;
import org.tongdao.planning.Planning;

/** The consolidation planner: demand by lane and cut-off, a cut-off tried or passed by hand, and lanes kept back. */
@Controller
class PlannerController {

    private final PlannerReader reader;
    private final PlannerWork work;
    private final Planning planning;
    private final LaneHolds holds;
    private final WorkTime time;

    PlannerController(PlannerReader reader, PlannerWork work, Planning planning, LaneHolds holds, WorkTime time) {
        this.reader = reader;
        this.work = work;
        this.planning = planning;
        this.holds = holds;
        this.time = time;
    }

    /**
     * One lane as the page shows it.
     *
     * @param cutOff of the next departure, when bags must be sealed
     * @param way the way a container takes if it is ready now; null: none is open
     * @param inTime percent of the oldest parcel at the door within 14 days of its acceptance
     */
    record Row(
            PlannerReader.Demand demand,
            Instant cutOff,
            @Nullable Lane way,
            long inTime,
            LaneHolds.@Nullable Hold hold) {}

    @GetMapping("/planner")
    String planner(Model model) {
        Instant now = time.now();
        Map<String, Lane> ways =
                planning.planLanes(now).stream().collect(Collectors.toMap(Lane::hub, Function.identity()));
        Map<String, LaneHolds.Hold> kept =
                holds.list().stream().collect(Collectors.toMap(LaneHolds.Hold::hub, Function.identity()));
        List<Row> rows = reader.demand(Planning.HUBS).stream()
                .map(demand -> row(demand, now, ways.get(demand.hub()), kept.get(demand.hub())))
                .toList();
        model.addAttribute("rows", rows);
        return "planner";
    }

    private Row row(PlannerReader.Demand demand, Instant now, @Nullable Lane way, LaneHolds.@Nullable Hold hold) {
        var used = Optional.ofNullable(demand.oldest())
                .map(oldest -> Duration.between(oldest.toInstant(), now))
                .orElse(Duration.ZERO);
        long inTime = way == null ? 0 : Math.round(100 * way.onTime(used));
        return new Row(demand, planning.nextCutOff(demand.hub(), now), way, inTime, hold);
    }

    /** What a cut-off now would come to; nothing is changed. */
    @PostMapping("/planner/{hub}/try")
    String attempt(@PathVariable String hub, Model model) {
        model.addAttribute("planned", work.attempt(known(hub)));
        return planner(model);
    }

    @PostMapping("/planner/{hub}/go")
    String go(@AuthenticationPrincipal SignedIn me, @PathVariable String hub, RedirectAttributes told) {
        told.addFlashAttribute("planned", work.carryOut(me, known(hub)));
        return "redirect:/planner";
    }

    @PostMapping("/planner/{hub}/keep")
    String keep(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String hub,
            @RequestParam String reason,
            RedirectAttributes told) {
        if (!work.keep(me, known(hub), reason)) {
            told.addFlashAttribute("problem", "planner.notKept");
        }
        return "redirect:/planner";
    }

    @PostMapping("/planner/{hub}/let-go")
    String letGo(@AuthenticationPrincipal SignedIn me, @PathVariable String hub) {
        work.letGo(me, known(hub));
        return "redirect:/planner";
    }

    private static String known(String hub) {
        if (!Planning.HUBS.contains(hub)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return hub;
    }
}
