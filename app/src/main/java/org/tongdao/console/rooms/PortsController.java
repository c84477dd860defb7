package org.tongdao.console.rooms;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.Places;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.statistics.Period;
import org.tongdao.statistics.PortFigure;
import org.tongdao.statistics.PublishedFigure;
import org.tongdao.statistics.Statistics;

/** Trains, TEU and parcels by port and period: own figures, and beside them, never mixed, what others published. */
@Controller
class PortsController {

    private static final String ALASHANKOU = "AKL";
    private static final String KHORGOS = "HRS";

    private final Statistics statistics;
    private final Places places;
    private final WorkTime time;

    PortsController(Statistics statistics, Places places, WorkTime time) {
        this.statistics = statistics;
        this.places = places;
        this.time = time;
    }

    @GetMapping("/statistics/ports")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String port,
            @RequestParam(defaultValue = "month") String by,
            Model model) {
        var kind = List.of("quarter", "year").contains(by)
                ? Period.Kind.valueOf(by.toUpperCase(Locale.ROOT))
                : Period.Kind.MONTH;
        var own = statistics.ports(kind, time.now()).stream()
                .filter(f -> isPort(f.node()))
                .toList();
        var ports = new TreeSet<>(List.of(ALASHANKOU, KHORGOS));
        own.forEach(f -> ports.add(f.node()));
        var chosen = ports.contains(port) ? port : own.isEmpty() ? ALASHANKOU : first(own);
        model.addAttribute("by", kind.name().toLowerCase(Locale.ROOT));
        model.addAttribute("ports", ports);
        model.addAttribute("port", chosen);
        model.addAttribute(
                "own", own.stream().filter(f -> f.node().equals(chosen)).toList());
        model.addAttribute("drills", !me.role().equals("PARK"));
        model.addAttribute("published", published(true, chosen));
        model.addAttribute("wider", published(false, ""));
        return "ports";
    }

    /** The trains behind one figure. */
    @GetMapping("/statistics/ports/{port}/{period}")
    String trains(@PathVariable String port, @PathVariable String period, Model model) {
        var parsed = Period.parse(period).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!places.knows(port)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("port", port);
        model.addAttribute("by", parsed.kind().name().toLowerCase(Locale.ROOT));
        model.addAttribute("period", parsed);
        model.addAttribute("trains", statistics.trains(port, parsed));
        return "port-trains";
    }

    private static String first(List<PortFigure> own) {
        return own.stream()
                .map(PortFigure::node)
                .filter(n -> n.equals(ALASHANKOU) || n.equals(KHORGOS))
                .findFirst()
                .orElse(own.get(0).node());
    }

    /** Stations at a border; a train is told at inland stations too. */
    private boolean isPort(String node) {
        return places.knows(node) && places.get(node).kind().contains("border");
    }

    private List<PublishedFigure> published(boolean ofPort, String port) {
        return statistics.published().stream()
                .filter(f -> ofPort ? port.equals(portOf(f)) : portOf(f).isEmpty())
                .toList();
    }

    private static String portOf(PublishedFigure figure) {
        return figure.series().startsWith("alashankou_")
                ? ALASHANKOU
                : figure.series().startsWith("horgos_") ? KHORGOS : "";
    }
}
