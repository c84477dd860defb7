package org.tongdao.console.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.FileName;
import org.tongdao.declaration.DeclareAs;
import org.tongdao.declaration.Imports;

/** Retail import: bring a file of orders, see what customs says, which quota it holds and which tax is due. */
@Controller
class ImportController {

    private final ImportReader reader;
    private final Imports imports;
    private final Audit audit;

    ImportController(ImportReader reader, Imports imports, Audit audit) {
        this.reader = reader;
        this.imports = imports;
        this.audit = audit;
    }

    @GetMapping("/declarations/imports")
    String list(Model model) {
        model.addAttribute("batches", reader.batches());
        model.addAttribute("bills", reader.bills());
        return "broker/imports";
    }

    /** Takes a file in; the standing work declares it. */
    @PostMapping("/declarations/imports")
    String take(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute RegimeForm form,
            @RequestParam MultipartFile file,
            RedirectAttributes told)
            throws IOException {
        String given = file.getOriginalFilename();
        var title = FileName.safe(given == null ? "" : given);
        Path path = Files.createTempFile("import", ".csv");
        try {
            file.transferTo(path);
            var as = new DeclareAs(form.named(), false, form.ledger(), java.math.BigDecimal.ZERO);
            var taken = imports.take(title, path, as, me.name());
            if (taken.batch().isEmpty()) {
                told.addFlashAttribute("findings", taken.findings());
                return "redirect:/declarations/imports";
            }
            audit.write(me, "declare", "import " + taken.batch().get() + " " + form.regime());
            return "redirect:/declarations/imports/" + taken.batch().get();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @GetMapping("/declarations/imports/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "0") long after, Model model) {
        model.addAttribute(
                "batch", reader.batch(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        var orders = reader.orders(id, after);
        model.addAttribute("orders", orders);
        model.addAttribute("rows", reader.findings(id));
        model.addAttribute(
                "next",
                orders.size() == ImportReader.PAGE
                        ? orders.get(orders.size() - 1).id()
                        : 0);
        return "broker/import-batch";
    }
}
