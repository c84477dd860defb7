package org.tongdao.console.access;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may what, as the table that the door itself reads says it. */
@Controller
class RolesController {

    /** Routes of one room. */
    record Group(String room, List<Routes.Route> routes) {}

    private final Routes routes;

    RolesController(Routes routes) {
        this.routes = routes;
    }

    @GetMapping("/admin/roles")
    String roles(Model model) {
        var byRoom = routes.list().stream()
                .filter(route -> !route.isPublic())
                .collect(Collectors.groupingBy(
                        route -> route.path().split("/", 3)[1].replaceFirst("\\..*", ""),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()));
        model.addAttribute(
                "groups",
                byRoom.entrySet().stream()
                        .map(e -> new Group("/" + e.getKey(), e.getValue()))
                        .toList());
        model.addAttribute("roles", AdminController.ROLES);
        model.addAttribute(
                "open", routes.list().stream().filter(Routes.Route::isPublic).toList());
        return "admin/roles";
    }
}
