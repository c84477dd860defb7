package org.tongdao.console.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.keys.KeyState;
import org.tongdao.keys.KeyTurn;
import org.tongdao.keys.Keys;
import org.tongdao.keys.OutOfService;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorkStopped;

/**
 * The keys that sign for customs: whose they are, until when they count, which one signs now and which follows. One list is for all tenants: only the
 * home's administrator puts a key aside.
 */
@Controller
class SignersController {

    private static final int LONGEST_REASON = 200;
    private static final String PAGE = "redirect:/admin/signers";

    private final Keys keys;
    private final SigningReader signing;
    private final Audit audit;
    private final WorkTime time;
    private final Clock clock;

    SignersController(Keys keys, SigningReader signing, Audit audit, WorkTime time, Clock clock) {
        this.keys = keys;
        this.signing = signing;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/admin/signers")
    String signers(@AuthenticationPrincipal SignedIn me, Model model) {
        var now = time.now();
        var lines = SignerLine.of(keys.shown(), now);
        model.addAttribute("lines", lines);
        model.addAttribute("none", lines.stream().noneMatch(line -> line.key().canSign()));
        model.addAttribute("queue", signing.queue(now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC)));
        model.addAttribute("keeps", keeps(me));
        return "admin/signers";
    }

    @PostMapping("/admin/signers/probe")
    String probe(@AuthenticationPrincipal SignedIn me, @RequestParam String key, RedirectAttributes told) {
        mayKeep(me);
        var state = asked(key);
        audit.write(
                me,
                "probe signing key",
                key + (state.isWell() ? ": answers" : ": " + state.health().rule()));
        told.addFlashAttribute("probed", key);
        return PAGE;
    }

    @PostMapping("/admin/signers/out")
    String takeOut(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told) {
        mayKeep(me);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            told.addFlashAttribute("problem", "signers.reasonMissing");
            return PAGE;
        }
        return turned(
                keys.takeOut(new OutOfService(key, clock.instant(), me.name(), why)),
                () -> audit.write(me, "take signing key out of service", key + ": " + why),
                told);
    }

    @PostMapping("/admin/signers/back")
    String putBack(@AuthenticationPrincipal SignedIn me, @RequestParam String key, RedirectAttributes told) {
        mayKeep(me);
        return turned(keys.putBack(key), () -> audit.write(me, "put signing key back", key), told);
    }

    private static String turned(KeyTurn turn, Runnable written, RedirectAttributes told) {
        switch (turn) {
            case DONE -> written.run();
            case ALREADY -> told.addFlashAttribute("problem", "signers.already");
            case LAST -> told.addFlashAttribute("problem", "signers.last");
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return PAGE;
    }

    private KeyState asked(String key) {
        try {
            return keys.probe(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (WorkStopped e) {
            return KeyState.unreadable(e);
        }
    }

    private static boolean keeps(SignedIn person) {
        return person.tenant() == Tenancy.HOME && person.role().equals("ADMIN");
    }

    private static void mayKeep(SignedIn person) {
        if (!keeps(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
