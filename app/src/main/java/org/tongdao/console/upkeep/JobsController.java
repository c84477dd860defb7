package org.tongdao.console.upkeep;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;

/** Standing work: how it goes, what failed, and what was given up and can be sent again. */
@Controller
class JobsController {

    private final JobsReader jobs;
    private final Audit audit;
    private final TransactionTemplate transaction;

    JobsController(JobsReader jobs, Audit audit, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/admin/jobs")
    String list(Model model) {
        model.addAttribute("pulse", jobs.pulse().orElse(null));
        model.addAttribute("failures", jobs.failures());
        model.addAttribute("dead", jobs.dead());
        model.addAttribute("failing", jobs.failing());
        model.addAttribute("asked", jobs.asked());
        return "admin/jobs";
    }

    @PostMapping("/admin/jobs/messages/{id}/again")
    String again(@AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes told) {
        transaction.executeWithoutResult(status -> {
            if (jobs.again(id)) {
                audit.write(me, "send again", "message #" + id);
                told.addFlashAttribute("done", "admin.again.done");
            } else {
                told.addFlashAttribute(
                        "problem",
                        jobs.whyNot(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
            }
            told.addFlashAttribute("message", id);
        });
        return "redirect:/admin/jobs";
    }
}
