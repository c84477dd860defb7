package org.tongdao.console.rooms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongdao.console.access.Routes;
import org.tongdao.console.access.SignedIn;
import org.tongdao.printing.Printers;

/** The orders list and its exports. */
@Controller
class OrdersController {

    private final OrdersReader orders;
    private final BatchReader batches;
    private final SavedViews views;
    private final Routes routes;
    private final Printers printers;

    OrdersController(OrdersReader orders, BatchReader batches, SavedViews views, Routes routes, Printers printers) {
        this.orders = orders;
        this.batches = batches;
        this.views = views;
        this.routes = routes;
        this.printers = printers;
    }

    @GetMapping("/orders")
    String list(@AuthenticationPrincipal SignedIn me, OrderFilter filter, Model model) {
        var page = orders.page(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : filter.address("/orders", page.next()));
        model.addAttribute("first", filter.after() == null ? null : filter.address("/orders", null));
        model.addAttribute("export", filter.address("/orders.csv", null));
        model.addAttribute("exportSheet", filter.address("/orders.xlsx", null));
        model.addAttribute("address", filter.address("/orders", null));
        model.addAttribute("views", views.of("orders", me));
        model.addAttribute(
                "mayBulk", routes.opens(me.role(), "/bulk") && !me.role().equals("AUDITOR"));
        model.addAttribute("printers", printers.list());
        model.addAttribute("states", State.values());
        model.addAttribute("hubs", List.of("ALA", "DYU", "WAW", "CPE"));
        model.addAttribute("batches", batches.list());
        return "orders";
    }

    @GetMapping("/orders.csv")
    void export(OrderFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"orders.csv\"");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        orders.export(filter, response.getWriter());
    }

    @GetMapping("/orders.xlsx")
    void exportSheet(OrderFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"orders.xlsx\"");
        orders.exportSheet(filter, response.getOutputStream());
    }
}
