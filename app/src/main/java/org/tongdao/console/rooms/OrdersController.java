package org.tongdao.console.rooms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.visibility.Visibility;

/** Orders: the list, its export, and the page of one order. */
@Controller
class OrdersController {

    private final OrdersReader orders;
    private final OrderReader order;
    private final BatchReader batches;
    private final ReceiptReader receipts;
    private final Visibility visibility;

    OrdersController(
            OrdersReader orders,
            OrderReader order,
            BatchReader batches,
            ReceiptReader receipts,
            Visibility visibility) {
        this.orders = orders;
        this.order = order;
        this.batches = batches;
        this.receipts = receipts;
        this.visibility = visibility;
    }

    @GetMapping("/orders")
    String list(OrderFilter filter, Model model) {
        var page = orders.page(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : filter.address("/orders", page.next()));
        model.addAttribute("first", filter.after() == null ? null : filter.address("/orders", null));
        model.addAttribute("export", filter.address("/orders.csv", null));
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

    @GetMapping("/orders/{id}")
    String one(@PathVariable long id, Model model) {
        var found = order.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("order", found);
        model.addAttribute("lines", order.lines(id));
        Long parcel = found.parcelId();
        if (parcel != null && found.parcelNo() != null) {
            model.addAttribute("declarations", order.declarations(parcel));
            model.addAttribute("receipts", receipts.ofParcel(parcel));
            model.addAttribute("charges", order.charges(parcel));
            model.addAttribute("delivery", visibility.timeline(found.parcelNo()).orElse(null));
            order.tree(parcel).ifPresent(tree -> {
                model.addAttribute("tree", tree);
                model.addAttribute("rides", tree.containerId() == null ? List.of() : order.rides(tree.containerId()));
            });
        }
        return "order";
    }
}
