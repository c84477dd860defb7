package org.tongdao.console.rooms;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.declaration.Arrivals;
import org.tongdao.declaration.Transit;
import org.tongdao.intake.Corrections;
import org.tongdao.planning.PromiseHistory;
import org.tongdao.visibility.Visibility;

/** The page of one order. */
@Controller
class OrderController {

    private static final Set<String> MAY_CORRECT = Set.of("ADMIN", "OPERATOR", "BROKER", "MERCHANT");

    private final OrderReader order;
    private final ReceiptReader receipts;
    private final Visibility visibility;
    private final PromiseHistory promises;
    private final Corrections corrections;
    private final Arrivals arrivals;
    private final Transit transit;
    private final WorkTime time;

    OrderController(
            OrderReader order,
            ReceiptReader receipts,
            Visibility visibility,
            PromiseHistory promises,
            Corrections corrections,
            Arrivals arrivals,
            Transit transit,
            WorkTime time) {
        this.order = order;
        this.receipts = receipts;
        this.visibility = visibility;
        this.promises = promises;
        this.corrections = corrections;
        this.arrivals = arrivals;
        this.transit = transit;
        this.time = time;
    }

    @GetMapping("/orders/{id}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        var found = order.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("order", found);
        var lines = order.lines(id, after);
        boolean more = lines.size() > OrderReader.LINES;
        model.addAttribute("lines", more ? lines.subList(0, OrderReader.LINES) : lines);
        model.addAttribute("nextLine", more ? lines.get(OrderReader.LINES - 1).lineNo() : null);
        model.addAttribute("after", after);
        model.addAttribute("waits", receipts.ofOrder(id));
        model.addAttribute("correctable", MAY_CORRECT.contains(me.role()) && corrections.isOpen(id));
        model.addAttribute("corrections", corrections.history(id));
        Long parcel = found.parcelId();
        if (parcel != null && found.parcelNo() != null) {
            model.addAttribute("declarations", order.declarations(parcel));
            model.addAttribute("receipts", receipts.ofParcel(parcel));
            model.addAttribute("charges", order.charges(parcel));
            model.addAttribute("arrival", arrivals.find(parcel, time.now()).orElse(null));
            model.addAttribute(
                    "transit",
                    transit.find(parcel, found.parcelNo(), time.now()).orElse(null));
            model.addAttribute("delivery", visibility.timeline(found.parcelNo()).orElse(null));
            model.addAttribute("reports", visibility.reports(found.parcelNo()));
            order.tree(parcel).ifPresent(tree -> {
                model.addAttribute("tree", tree);
                Long container = tree.containerId();
                model.addAttribute("rides", container == null ? List.of() : order.rides(container));
                model.addAttribute("promises", container == null ? List.of() : promises.ofContainer(container));
            });
        }
        return "order";
    }
}
