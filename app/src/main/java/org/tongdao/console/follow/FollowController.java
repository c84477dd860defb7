package org.tongdao.console.follow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongdao.api.Followers;
import org.tongdao.api.Followers.Channel;

/** Asking to be told of a parcel, and the link that confirms or ends it. Opening a link changes nothing: mail programs open links by themselves. */
@Controller
class FollowController {

    private final Followers followers;
    private final AskLimit limit;

    FollowController(Followers followers, AskLimit limit) {
        this.followers = followers;
        this.limit = limit;
    }

    @GetMapping("/track/{number}/follow")
    String form(@PathVariable String number, HttpServletResponse response, Model model) {
        return page(number, "", response, model);
    }

    @PostMapping("/track/{number}/follow")
    String ask(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String address,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!limit.allows(request.getRemoteAddr(), System.nanoTime())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(number, "track.follow.tooMany", response, model);
        }
        var by = channel.equals("MAIL") ? Channel.MAIL : Channel.WEBHOOK;
        var asked = followers.ask(
                new Followers.Wish(number.strip().toUpperCase(Locale.ROOT), by, address.strip(), language));
        if (asked.problem().isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, asked.problem().get(), response, model);
        }
        model.addAttribute("asked", by.name());
        model.addAttribute("secret", asked.secret());
        return page(number, "", response, model);
    }

    private String page(String number, String problem, HttpServletResponse response, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("problem", problem);
        model.addAttribute("mail", followers.hasMail());
        response.setHeader("Cache-Control", "no-store");
        return "gate/follow";
    }

    @GetMapping("/follow/{token}")
    String look(@PathVariable String token, HttpServletResponse response, Model model) {
        var found = followers.look(token);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("token", token);
        model.addAttribute("following", found.orElse(null));
        response.setHeader("Cache-Control", "no-store");
        return "gate/following";
    }

    @PostMapping("/follow/{token}/confirm")
    String confirm(@PathVariable String token) {
        followers.confirm(token);
        return "redirect:/follow/{token}";
    }

    /** Also called by mail programs (RFC 8058), which know no form token: the token of the link is enough to end it. */
    @PostMapping("/follow/{token}/stop")
    String stop(@PathVariable String token, Model model) {
        model.addAttribute("stopped", followers.stop(token));
        model.addAttribute("token", token);
        return "gate/following";
    }
}
