package org.tongdao.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongdao.console.access.Routes;
import org.tongdao.console.access.SignedIn;
import org.tongdao.training.Training;

/** What every page needs around its own content. */
@ControllerAdvice("org.tongdao.console")
class Frame {

    /** Each in its own language, as short as people know it. */
    private static final SortedMap<String, String> SHOWN =
            new TreeMap<>(Map.of("zh", "中文", "en", "EN", "ru", "РУС", "kk", "ҚАЗ"));

    private final Routes routes;
    private final Places places;
    private final WorkTime time;
    private final Training training;
    private final Glossary glossary;

    Frame(Routes routes, Places places, WorkTime time, Training training, Glossary glossary) {
        this.routes = routes;
        this.places = places;
        this.time = time;
        this.training = training;
        this.glossary = glossary;
    }

    @ModelAttribute
    void surround(
            @AuthenticationPrincipal @Nullable SignedIn me, HttpServletRequest request, Locale language, Model model) {
        Instant now = me == null ? time.wall() : time.now();
        model.addAttribute(
                "at",
                new Moments(places, now, word -> glossary.find(word, language).orElse(word)));
        model.addAttribute("say", new Wording(places, language));
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("here", request.getServletPath());
        model.addAttribute("tongues", tongues(request));
        if (me != null) {
            model.addAttribute("me", me);
            model.addAttribute("emulated", time.isEmulated());
            boolean practises = Boolean.TRUE.equals(request.getAttribute("practises"));
            model.addAttribute("practises", practises);
            model.addAttribute("lesson", practises ? training.standing().orElse(null) : null);
            model.addAttribute("rooms", roomsOf(me));
            model.addAttribute("mayOpen", tabsOf(me));
            model.addAttribute(
                    "mayDeclare", Set.of("ADMIN", "OPERATOR", "BROKER").contains(me.role()));
        } else {
            model.addAttribute("emulated", time.isEmulatedAtHome());
        }
    }

    private List<String> tabsOf(SignedIn me) {
        return Room.TABS.stream().filter(path -> routes.opens(me.role(), path)).toList();
    }

    private List<Room> roomsOf(SignedIn me) {
        Set<String> keys = new HashSet<>();
        return Room.ALL.stream()
                .filter(room -> routes.opens(me.role(), room.path()) && keys.add(room.key()))
                .toList();
    }

    /** A language to switch to: this page in it. */
    public record Tongue(String tag, String shown, String address) {}

    private static List<Tongue> tongues(HttpServletRequest request) {
        return SHOWN.entrySet().stream()
                .map(shown -> new Tongue(shown.getKey(), shown.getValue(), inLanguage(request, shown.getKey())))
                .toList();
    }

    private static String inLanguage(HttpServletRequest request, String language) {
        String query = request.getQueryString();
        return UriComponentsBuilder.fromPath(request.getServletPath())
                .query(query)
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }
}
