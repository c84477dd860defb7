package org.tongdao.console.rooms;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of containers; one of them is shown by {@code console.load}. */
@Controller
class ContainersController {

    private final ContainerReader containers;

    ContainersController(ContainerReader containers) {
        this.containers = containers;
    }

    @GetMapping("/containers")
    String list(Model model) {
        model.addAttribute("containers", containers.list());
        return "containers";
    }
}
