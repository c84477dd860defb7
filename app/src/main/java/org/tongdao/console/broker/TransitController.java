package org.tongdao.console.broker;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.frame.Spreadsheet;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.customs.FarAssessment;
import org.tongdao.customs.FarParcel;
import org.tongdao.customs.TransitHouses;
import org.tongdao.declaration.Transit;
import org.tongdao.terms.Finding;

/** House consignments of transit declarations into the EU, container by container. */
@Controller
class TransitController {

    private static final int MOST_HOUSES = 9_999;

    private final Transit transit;
    private final WorkTime time;

    TransitController(Transit transit, WorkTime time) {
        this.transit = transit;
        this.time = time;
    }

    @GetMapping("/declarations/transit")
    String containers(Model model) {
        model.addAttribute("containers", transit.containers());
        return "broker/transit";
    }

    @GetMapping("/declarations/transit/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "0") int houses, Model model) {
        var of = of(id, houses);
        model.addAttribute("of", of);
        of.plan().basis().stream()
                .filter(b -> b.rule().equals("transit-houses-least"))
                .findFirst()
                .ifPresent(b -> model.addAttribute("least", b.value()));
        return "broker/transit-container";
    }

    @GetMapping("/declarations/transit/{id}/houses.csv")
    void sheet(@PathVariable long id, @RequestParam(defaultValue = "0") int houses, HttpServletResponse response)
            throws IOException {
        var of = of(id, houses);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=transit-" + of.containerId() + ".csv");
        var out = response.getWriter();
        out.write("\uFEFF"
                + Spreadsheet.row(
                        "declaration",
                        "house",
                        "waybill_no",
                        "consignor",
                        "consignee",
                        "address",
                        "country",
                        "item",
                        "hs6",
                        "description",
                        "packages",
                        "gross_kg",
                        "procedure",
                        "duty_eur",
                        "lacks"));
        int declaration = 0;
        for (var d : of.plan().declarations()) {
            declaration++;
            int number = 0;
            for (var house : d.houses()) {
                out.write(rows(declaration + "", ++number + "", house));
            }
        }
    }

    private Transit.Of of(long id, int houses) {
        if (houses < 0 || houses > MOST_HOUSES) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "houses 1 to " + MOST_HOUSES);
        }
        return transit.ofContainer(id, houses, time.now())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One row an item; gross mass, package, import and lacks stand in the first of a house. */
    private static String rows(String declaration, String number, TransitHouses.House house) {
        var parcel = house.parcel();
        var text = new StringBuilder();
        for (int i = 0; i < Math.max(1, parcel.items().size()); i++) {
            boolean first = i == 0;
            var item = i < parcel.items().size() ? parcel.items().get(i) : null;
            text.append(Spreadsheet.row(
                    declaration,
                    number,
                    parcel.waybillNo(),
                    parcel.sender(),
                    parcel.buyer(),
                    parcel.buyerAddress(),
                    parcel.country(),
                    String.valueOf(i + 1),
                    item == null ? "" : item.hs().hs6(),
                    item == null ? "" : item.description(),
                    first ? "1" : "",
                    first ? kilograms(parcel) : "",
                    first ? house.clearance().map(FarAssessment::procedure).orElse("") : "",
                    first
                            ? house.clearance()
                                    .map(a -> a.dutyEur().toPlainString())
                                    .orElse("")
                            : "",
                    first
                            ? house.lacks().stream()
                                    .map(Finding::rule)
                                    .distinct()
                                    .collect(Collectors.joining(" "))
                            : ""));
        }
        return text.toString();
    }

    private static String kilograms(FarParcel parcel) {
        return BigDecimal.valueOf(parcel.grossGrams(), 3).toPlainString();
    }
}
