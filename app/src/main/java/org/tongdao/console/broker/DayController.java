package org.tongdao.console.broker;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongdao.console.frame.WorkTime;

/** The day at the desk: declare, inspect, finish, and how long until midnight in Beijing. */
@Controller
class DayController {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final DayReader days;
    private final WorkTime time;

    DayController(DayReader days, WorkTime time) {
        this.days = days;
        this.time = time;
    }

    @GetMapping("/declarations/day")
    String day(Model model) {
        var now = time.now().atZone(BEIJING);
        var left = Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(BEIJING));
        model.addAttribute("batches", days.batches());
        model.addAttribute("today", now.toLocalDate());
        model.addAttribute("left", "%d:%02d".formatted(left.toHours(), left.toMinutesPart()));
        return "broker/day";
    }
}
