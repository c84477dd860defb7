package org.tongdao.console.broker;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
import org.tongdao.console.frame.WorkTime;
import org.tongdao.declaration.InspectionTime;
import org.tongdao.declaration.Inspections;

/** Inspections: what customs wants to see, where it lies, and when it is shown. */
@Controller
class InspectionController {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String PAGE = "redirect:/declarations/inspections";

    private final InspectionReader reader;
    private final Inspections inspections;
    private final Audit audit;
    private final WorkTime time;

    InspectionController(InspectionReader reader, Inspections inspections, Audit audit, WorkTime time) {
        this.reader = reader;
        this.inspections = inspections;
        this.audit = audit;
        this.time = time;
    }

    @GetMapping("/declarations/inspections")
    String list(@RequestParam(defaultValue = "") String after, Model model) {
        var hits = reader.hits(after);
        model.addAttribute("hits", hits);
        model.addAttribute(
                "next",
                hits.size() == InspectionReader.PAGE ? hits.get(hits.size() - 1).parcelNo() : "");
        model.addAttribute("slots", reader.slots(time.now().minus(Duration.ofDays(1))));
        return "broker/inspections";
    }

    /** A time that customs agreed to; hours are Beijing's. */
    @PostMapping("/declarations/inspections/slots")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String place,
            @RequestParam LocalDateTime starts,
            @RequestParam int hours,
            @RequestParam int capacity,
            RedirectAttributes told) {
        var from = starts.atZone(BEIJING).toInstant();
        var asked = new InspectionTime(place.strip(), from, from.plus(Duration.ofHours(hours)), capacity);
        var wrong = inspections.open(asked, me.name());
        if (wrong.isEmpty()) {
            audit.write(me, "inspection time", asked.place() + " " + starts);
        }
        told.addFlashAttribute("findings", wrong.stream().toList());
        return PAGE;
    }

    @PostMapping("/declarations/inspections/bookings")
    String book(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam long slot,
            @RequestParam(defaultValue = "") List<String> parcel,
            RedirectAttributes told) {
        var findings = inspections.book(slot, parcel, me.name());
        audit.write(me, "reserve inspection", "slot " + slot + ": " + (parcel.size() - findings.size()) + " parcels");
        told.addFlashAttribute("findings", findings);
        told.addFlashAttribute("booked", parcel.size() - findings.size());
        return PAGE;
    }

    @PostMapping("/declarations/inspections/cancel")
    String cancel(@AuthenticationPrincipal SignedIn me, @RequestParam String parcel, RedirectAttributes told) {
        if (inspections.cancel(parcel)) {
            audit.write(me, "cancel inspection", parcel);
        }
        told.addFlashAttribute("cancelled", parcel);
        return PAGE;
    }
}
