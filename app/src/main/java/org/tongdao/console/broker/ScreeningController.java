package org.tongdao.console.broker;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which goods the list of prohibited and restricted goods meets now. */
@Controller
class ScreeningController {

    private final ScreeningReader reader;

    ScreeningController(ScreeningReader reader) {
        this.reader = reader;
    }

    @GetMapping("/declarations/screening")
    String screening(Model model) {
        model.addAttribute("runs", reader.runs());
        model.addAttribute("hits", reader.hits());
        return "broker/screening";
    }
}
