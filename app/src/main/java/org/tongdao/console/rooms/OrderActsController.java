package org.tongdao.console.rooms;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.bulk.BulkAct;
import org.tongdao.bulk.BulkWish;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.bulk.BulkActs;

/** What is done with the orders list as a whole: views that are kept, and acts on what is chosen or on all that the filter finds. */
@Controller
class OrderActsController {

    private final OrdersReader orders;
    private final SavedViews views;
    private final BulkActs bulk;

    OrderActsController(OrdersReader orders, SavedViews views, BulkActs bulk) {
        this.orders = orders;
        this.views = views;
        this.bulk = bulk;
    }

    /** The act as the form gives it; {@code all} is for every parcel of the filter, else for the ticked ones. */
    record Wanted(BulkAct act, boolean all, String reason, String printer) {}

    @PostMapping("/orders/bulk")
    String bulk(
            @AuthenticationPrincipal SignedIn me,
            Wanted wanted,
            OrderFilter filter,
            @RequestParam(defaultValue = "") List<String> parcel,
            RedirectAttributes told) {
        var numbers = wanted.all() ? orders.parcels(filter, BulkWish.MOST + 1) : parcel;
        String printer = wanted.act() == BulkAct.PRINT ? wanted.printer() : "";
        String from = filter.address("/orders", null);
        var drawn = bulk.draw(me, new BulkWish(wanted.act(), wanted.reason().strip(), printer, from, numbers));
        drawn.finding().ifPresent(finding -> told.addFlashAttribute("wrong", finding));
        return "redirect:" + (drawn.finding().isPresent() ? from : "/bulk/" + drawn.run());
    }

    @PostMapping("/orders/views")
    String keep(
            @AuthenticationPrincipal SignedIn me,
            OrderFilter filter,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes told) {
        String address = filter.address("/orders", null);
        if (!views.keep("orders", me, new SavedViews.View(name.strip(), me.name(), shared, address))) {
            told.addFlashAttribute("problem", "views.taken");
        }
        return "redirect:" + address;
    }

    @PostMapping("/orders/views/remove")
    String remove(@AuthenticationPrincipal SignedIn me, @RequestParam String name) {
        views.remove("orders", me, name);
        return "redirect:/orders";
    }
}
