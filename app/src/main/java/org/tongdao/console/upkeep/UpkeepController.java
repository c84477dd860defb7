package org.tongdao.console.upkeep;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.platform.Backup;
import org.tongdao.platform.Tenancy;

/** Upkeep: the self-test, and a backup of the whole installation for the administrator of its home. */
@Controller
class UpkeepController {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final SelfTest selfTest;
    private final Backup backup;
    private final Audit audit;
    private final java.time.Clock clock;

    UpkeepController(SelfTest selfTest, Backup backup, Audit audit, java.time.Clock clock) {
        this.selfTest = selfTest;
        this.backup = backup;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/admin/upkeep")
    String upkeep(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("isHome", me.tenant() == Tenancy.HOME);
        model.addAttribute("backups", audit.search(Audit.Filter.of("backup tongdao-"), 5));
        return "admin/upkeep";
    }

    /** Asked by the page after it is shown, and again by a button. */
    @GetMapping("/admin/upkeep/self-test")
    String selfTest(Model model) {
        model.addAttribute("answers", selfTest.run());
        return "admin/upkeep :: answers";
    }

    @PostMapping("/admin/upkeep/backup")
    void backup(@AuthenticationPrincipal SignedIn me, HttpServletResponse response) throws IOException {
        if (me.tenant() != Tenancy.HOME) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String name = "tongdao-" + STAMP.format(clock.instant()) + ".zip";
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        audit.write(me, "backup", name);
        backup.write(response.getOutputStream());
    }
}
