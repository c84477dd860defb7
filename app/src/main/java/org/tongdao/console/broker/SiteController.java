package org.tongdao.console.broker;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.declaration.SiteReports;
import org.tongdao.terms.Finding;

/** Arrival at the supervised site, departure from the country, inbound detail of imports. */
@Controller
class SiteController {

    private static final String PAGE = "/declarations/site";

    private final SiteReader reader;
    private final SiteReports reports;
    private final Audit audit;

    SiteController(SiteReader reader, SiteReports reports, Audit audit) {
        this.reader = reader;
        this.reports = reports;
        this.audit = audit;
    }

    @GetMapping(PAGE)
    String site(Model model) {
        model.addAttribute("trains", reader.trains());
        model.addAttribute("bills", reader.bills());
        model.addAttribute("reports", reader.reports());
        return "broker/site";
    }

    @PostMapping(PAGE + "/arrival")
    String arrived(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam long train,
            @RequestParam(defaultValue = "") String vehicle,
            RedirectAttributes told) {
        return told(me, told, "report arrival", train + " " + vehicle, reports.arrived(train, vehicle, me.name()));
    }

    @PostMapping(PAGE + "/departure")
    String departed(@AuthenticationPrincipal SignedIn me, @RequestParam long train, RedirectAttributes told) {
        return told(me, told, "report departure", String.valueOf(train), reports.departed(train, me.name()));
    }

    @PostMapping(PAGE + "/inbound")
    String inbound(@AuthenticationPrincipal SignedIn me, @RequestParam String bill, RedirectAttributes told) {
        return told(me, told, "report inbound", bill, reports.inbound(bill, me.name()));
    }

    private String told(SignedIn me, RedirectAttributes told, String act, String about, List<Finding> against) {
        if (against.isEmpty()) {
            audit.write(me, act, about);
        }
        told.addFlashAttribute("findings", against);
        told.addFlashAttribute("sent", against.isEmpty());
        return "redirect:" + PAGE;
    }
}
