package org.tongdao.console.merchant;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What stands abroad and is not at the door: by hub and state, and returns that wait for a decision. */
@Controller
class StockController {

    private final StockReader stock;

    StockController(StockReader stock) {
        this.stock = stock;
    }

    @GetMapping("/stock")
    String stock(Model model) {
        model.addAttribute("rows", stock.standing());
        model.addAttribute("returns", stock.returns());
        model.addAttribute("days", StockReader.DAYS);
        return "stock";
    }
}
