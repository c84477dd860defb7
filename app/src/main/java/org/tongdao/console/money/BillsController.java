package org.tongdao.console.money;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Bills: every freight charge with what it was worked out from; a merchant sees his own. */
@Controller
class BillsController {

    private final BillsReader bills;

    BillsController(BillsReader bills) {
        this.bills = bills;
    }

    @GetMapping("/bills")
    String list(BillFilter filter, Model model) {
        var rows = bills.page(filter);
        var shown = rows.subList(0, Math.min(BillsReader.PAGE, rows.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("rows", shown);
        model.addAttribute("sums", bills.sums(filter));
        model.addAttribute("export", filter.address("/bills.csv", null));
        model.addAttribute("statement", filter.address("/bills.pdf", null));
        boolean more = rows.size() > BillsReader.PAGE;
        model.addAttribute(
                "next",
                more ? filter.address("/bills", shown.get(BillsReader.PAGE - 1).key()) : null);
        return "bills";
    }

    @GetMapping("/bills.csv")
    void export(BillFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"bills.csv\"");
        bills.export(filter, response.getWriter());
    }
}
