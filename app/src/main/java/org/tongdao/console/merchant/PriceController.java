package org.tongdao.console.merchant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.editions.InForce;
import org.tongdao.intake.Destinations;
import org.tongdao.planning.Lane;
import org.tongdao.planning.Planning;
import org.tongdao.settlement.TrialPrices;

/** A trial price with its why, and how long the way takes from now. */
@Controller
class PriceController {

    private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);
    private static final BigDecimal MM = BigDecimal.TEN;

    private final TrialPrices prices;
    private final Planning planning;
    private final WorkTime time;
    private final InForce<Destinations> served;

    PriceController(TrialPrices prices, Planning planning, WorkTime time, InForce<Destinations> served) {
        this.prices = prices;
        this.planning = planning;
        this.time = time;
        this.served = served;
    }

    /** What is asked; kilograms and centimetres, as people weigh and measure. The address of the page keeps it. */
    record Asked(String country, String postcode, String kg, String length, String width, String height) {

        Asked {
            country = text(country).toUpperCase(Locale.ROOT);
            postcode = text(postcode);
            kg = text(kg);
            length = text(length);
            width = text(width);
            height = text(height);
        }

        private static String text(@org.jspecify.annotations.Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        boolean isEmpty() {
            return kg.isEmpty();
        }

        String grams() {
            return scaled(kg, GRAMS);
        }

        String size() {
            return (length + width + height).isEmpty()
                    ? ""
                    : scaled(length, MM) + "x" + scaled(width, MM) + "x" + scaled(height, MM);
        }

        /** What is no number stays as it was typed, so that the finding shows it. */
        private static String scaled(String typed, BigDecimal by) {
            try {
                return new BigDecimal(typed.replace(',', '.'))
                        .multiply(by)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toPlainString();
            } catch (NumberFormatException e) {
                return typed;
            }
        }
    }

    @GetMapping("/price")
    String price(@ModelAttribute Asked asked, Model model) {
        var destinations = served.get();
        model.addAttribute("asked", asked);
        model.addAttribute("destinations", destinations.list());
        var hub = destinations.hub(asked.country());
        if (!asked.isEmpty() && hub.isPresent()) {
            model.addAttribute(
                    "answer",
                    prices.answer(new TrialPrices.Question(
                            hub.get(), asked.country(), asked.postcode(), asked.grams(), asked.size())));
            model.addAttribute("way", way(hub.get()).orElse(null));
        }
        return "price";
    }

    private Optional<Lane> way(String hub) {
        return planning.planLanes(time.now()).stream()
                .filter(lane -> lane.hub().equals(hub))
                .findFirst();
    }
}
