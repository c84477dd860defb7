package org.tongdao.console.rooms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongdao.visibility.Visibility;

/** The tracking page for everybody who knows a parcel's number. */
@Controller
class PublicController {

    private final Visibility visibility;

    PublicController(Visibility visibility) {
        this.visibility = visibility;
    }

    @GetMapping("/track")
    String ask(@RequestParam(defaultValue = "") String no) {
        String number = no.strip().replace(" ", "");
        if (number.isEmpty()) {
            return "gate/track";
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/track")
                        .pathSegment(number)
                        .encode()
                        .toUriString();
    }

    @GetMapping("/track/{number}")
    String show(@PathVariable String number, Locale language, HttpServletResponse response, Model model) {
        var tracking = visibility.track(number, language);
        model.addAttribute("number", number);
        model.addAttribute("tracking", tracking.orElse(null));
        if (tracking.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return "gate/track";
    }
}
