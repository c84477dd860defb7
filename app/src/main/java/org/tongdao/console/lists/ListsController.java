package org.tongdao.console.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.planning.Planning;

/** Code lists with their versions, and the calendar of cut-offs. */
@Controller
class ListsController {

    private static final int PAGE = 200;
    private static final int CUT_OFFS = 6;
    private static final ZoneId DAY = ZoneId.of("Asia/Shanghai");

    private final CodeLists lists;
    private final Planning planning;
    private final WorkTime time;

    ListsController(CodeLists lists, Planning planning, WorkTime time) {
        this.lists = lists;
        this.planning = planning;
        this.time = time;
    }

    /** The next times at which bags of a hub must be sealed. */
    record Calendar(String hub, List<Instant> cutOffs) {}

    @GetMapping("/admin/lists")
    String all(Model model) {
        model.addAttribute("lists", lists.list());
        model.addAttribute("today", LocalDate.ofInstant(time.now(), DAY));
        model.addAttribute(
                "calendars", Planning.HUBS.stream().map(this::calendar).toList());
        return "admin/lists";
    }

    private Calendar calendar(String hub) {
        var cutOffs = new ArrayList<Instant>();
        for (var at = time.now(); cutOffs.size() < CUT_OFFS; ) {
            at = planning.nextCutOff(hub, at);
            cutOffs.add(at);
        }
        return new Calendar(hub, cutOffs);
    }

    @GetMapping("/admin/lists/view")
    String one(@RequestParam String name, @RequestParam(defaultValue = "") String q, Model model) {
        var list = lists.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var found = list.having(q.strip());
        model.addAttribute("list", list);
        model.addAttribute("q", q.strip());
        model.addAttribute("found", found.size());
        model.addAttribute("rows", found.subList(0, Math.min(PAGE, found.size())));
        return "admin/list";
    }
}
