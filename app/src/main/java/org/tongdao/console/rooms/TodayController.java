package org.tongdao.console.rooms;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongdao.console.frame.WorkTime;

/** The first page of a working day. */
@Controller
class TodayController {

    private final TodayReader today;
    private final BatchReader batches;
    private final WorkTime time;

    TodayController(TodayReader today, BatchReader batches, WorkTime time) {
        this.today = today;
        this.batches = batches;
        this.time = time;
    }

    @GetMapping("/today")
    String today(Model model) {
        model.addAttribute("queues", today.queues());
        model.addAttribute("alarms", today.alarms());
        model.addAttribute("days", today.days());
        model.addAttribute("leaving", today.leaving(time.now()));
        model.addAttribute("batches", batches.latest());
        return "today";
    }
}
