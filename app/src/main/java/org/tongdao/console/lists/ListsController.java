package org.tongdao.console.lists;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.editions.Editions;
import org.tongdao.planning.Planning;

/** Code lists with their editions, and the calendar of cut-offs. */
@Controller
class ListsController {

    private static final int PAGE = 200;
    private static final int CUT_OFFS = 6;
    private static final ZoneId DAY = ZoneId.of("Asia/Shanghai");

    private final CodeLists lists;
    private final Editions editions;
    private final Planning planning;
    private final WorkTime time;

    ListsController(CodeLists lists, Editions editions, Planning planning, WorkTime time) {
        this.lists = lists;
        this.editions = editions;
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
    String one(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var list = lists.find(name).orElseThrow(ListsController::missing);
        var found = list.having(q.strip());
        model.addAttribute("list", list);
        model.addAttribute("q", q.strip());
        model.addAttribute("found", found.size());
        model.addAttribute("rows", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("history", editions.history(name));
        model.addAttribute("brings", list.standing().editable() && ListWork.isKeptBy(me));
        return "admin/list";
    }

    /** The whole content of one edition. */
    @GetMapping("/admin/lists/file")
    ResponseEntity<byte[]> file(@RequestParam String name, @RequestParam int number) {
        var list = lists.find(name).orElseThrow(ListsController::missing);
        var edition = editions.find(list.name(), number).orElseThrow(ListsController::missing);
        var plain = edition.name().replace('/', '-') + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(plain).build().toString())
                .body(edition.text().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
