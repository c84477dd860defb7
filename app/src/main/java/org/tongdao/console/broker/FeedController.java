package org.tongdao.console.broker;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The feed of customs' answers. */
@Controller
class FeedController {

    private final FeedReader feed;

    FeedController(FeedReader feed) {
        this.feed = feed;
    }

    @GetMapping("/declarations/receipts")
    String feed(
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "false") boolean parked,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        var answers = feed.page(outcome, parked, FeedReader.Mark.of(before));
        model.addAttribute("answers", answers);
        model.addAttribute("unread", feed.unread());
        model.addAttribute("outcome", outcome);
        model.addAttribute("parked", parked);
        model.addAttribute("next", FeedReader.next(answers).orElse(""));
        return "broker/receipts";
    }
}
