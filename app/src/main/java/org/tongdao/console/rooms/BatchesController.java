package org.tongdao.console.rooms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.declaration.Declarations;
import org.tongdao.intake.Intake;

/** Order files: the list, taking one in, and one file with its findings. */
@Controller
class BatchesController {

    private final BatchReader batches;
    private final Upload upload;
    private final Intake intake;
    private final Audit audit;
    private final Declarations declarations;
    private final StagesReader stages;

    BatchesController(
            BatchReader batches,
            Upload upload,
            Intake intake,
            Audit audit,
            Declarations declarations,
            StagesReader stages) {
        this.batches = batches;
        this.upload = upload;
        this.intake = intake;
        this.audit = audit;
        this.declarations = declarations;
        this.stages = stages;
    }

    @GetMapping("/batches")
    String list(Model model) {
        model.addAttribute("batches", batches.list());
        return "batches";
    }

    @PostMapping("/batches")
    String takeIn(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String merchant,
            RedirectAttributes told)
            throws IOException {
        if (file.isEmpty()) {
            told.addFlashAttribute("problem", "batch.noFile");
            return "redirect:/batches";
        }
        var report = upload.takeIn(file, merchant);
        if (report.refused()) {
            told.addFlashAttribute("refusals", report.refusals());
            return "redirect:/batches";
        }
        audit.write(me, "take in", "batch " + report.batchId());
        told.addFlashAttribute("known", report.alreadyKnown());
        return "redirect:/batches/" + report.batchId();
    }

    @GetMapping("/batches/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "") String rule, Model model) {
        model.addAttribute("batch", get(id));
        model.addAttribute("stages", stages.of(id));
        model.addAttribute("rules", batches.rules(id));
        model.addAttribute("rule", rule);
        model.addAttribute("findings", batches.findings(id, rule));
        return "batch";
    }

    /** Asks for the whole file to be declared; the standing work does it. */
    @PostMapping("/batches/{id}/declare")
    String declare(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        get(id);
        declarations.request(id, me.name());
        audit.write(me, "declare", "batch " + id);
        return "redirect:/batches/" + id;
    }

    /** The rows that were not accepted, as they came, with what is wrong: to be corrected and taken in again. */
    @GetMapping("/batches/{id}/findings.csv")
    void findings(@PathVariable long id, HttpServletResponse response) throws IOException {
        get(id);
        Path csv = Files.createTempFile("findings", ".csv");
        try {
            intake.writeFindings(id, csv);
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"findings-" + id + ".csv\"");
            Files.copy(csv, response.getOutputStream());
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private BatchReader.Batch get(long id) {
        return batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
