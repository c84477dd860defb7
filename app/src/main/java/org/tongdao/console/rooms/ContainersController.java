package org.tongdao.console.rooms;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Containers: the list, one in three dimensions, and its plan for the browser. */
@Controller
class ContainersController {

    record Box(int seq, String bag, String hub, double grossKg, int parcels, int[] at, int[] size) {}

    record Plan(String no, String type, int[] inside, List<Box> boxes) {}

    private final ContainerReader containers;
    private final Inside inside;

    ContainersController(ContainerReader containers, Inside inside) {
        this.containers = containers;
        this.inside = inside;
    }

    @GetMapping("/containers")
    String list(Model model) {
        model.addAttribute("containers", containers.list());
        return "containers";
    }

    @GetMapping("/containers/{id}")
    String one(@PathVariable long id, Model model) {
        var container = get(id);
        var bags = containers.placed(id);
        model.addAttribute("container", container);
        model.addAttribute("bags", bags);
        model.addAttribute("balance", Balance.of(container, bags, inside.of(container.typeCode())));
        return "container";
    }

    @GetMapping("/containers/{id}/plan.json")
    @ResponseBody
    Plan plan(@PathVariable long id) {
        var container = get(id);
        var type = inside.of(container.typeCode());
        return new Plan(
                container.containerNo(),
                container.typeCode(),
                new int[] {type.lengthMm(), type.widthMm(), type.heightMm()},
                containers.placed(id).stream().map(ContainersController::box).toList());
    }

    private static Box box(ContainerReader.Placed bag) {
        return new Box(
                bag.sequence(),
                bag.sscc(),
                bag.hub(),
                bag.grossG() / 1000.0,
                bag.parcels(),
                new int[] {bag.xMm(), bag.yMm(), bag.zMm()},
                new int[] {bag.dxMm(), bag.dyMm(), bag.dzMm()});
    }

    private ContainerReader.Container get(long id) {
        return containers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
