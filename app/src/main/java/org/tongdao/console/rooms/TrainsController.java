package org.tongdao.console.rooms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The train board and the corridor map. */
@Controller
class TrainsController {

    private final TrainReader trains;
    private final CorridorMap map;

    TrainsController(TrainReader trains, CorridorMap map) {
        this.trains = trains;
        this.map = map;
    }

    @GetMapping("/trains")
    String list(Model model) {
        model.addAttribute("trains", trains.list());
        model.addAttribute("left", trains.leftBehind());
        return "trains";
    }

    @GetMapping("/trains/{no}")
    String one(@PathVariable String no, Model model) {
        var train = trains.find(no).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var slots = trains.consist(train.id());
        model.addAttribute("train", train);
        model.addAttribute("slots", slots);
        model.addAttribute("wagons", wagons(slots));
        model.addAttribute("facts", trains.facts(train.id()));
        return "train";
    }

    private static Collection<List<TrainReader.Slot>> wagons(List<TrainReader.Slot> slots) {
        return slots.stream()
                .collect(Collectors.groupingBy(TrainReader.Slot::position, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    @GetMapping("/map")
    String map(Model model) {
        model.addAttribute("trains", trains.list());
        return "map";
    }

    @GetMapping("/map/corridor.json")
    @ResponseBody
    CorridorMap.Corridor corridor(java.util.Locale language) {
        return map.draw(trains.list(), language);
    }
}
