package org.tongdao.console.wizard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.FileName;
import org.tongdao.intake.Draft;
import org.tongdao.intake.Drafts;
import org.tongdao.platform.Tenancy;

/** The pages of the wizard. Each step may be left and come back to; nothing is taken in before the last one. */
@Controller
class WizardController {

    private static final int PAGE = 50;
    private static final int SUGGESTED = 6;

    private final Drafts drafts;
    private final Runs runs;
    private final WizardWork work;

    WizardController(Drafts drafts, Runs runs, WizardWork work) {
        this.drafts = drafts;
        this.runs = runs;
        this.work = work;
    }

    @GetMapping("/import")
    String start(Model model) {
        model.addAttribute("drafts", drafts.open());
        return "import/start";
    }

    @PostMapping("/import")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(defaultValue = "") String merchant,
            RedirectAttributes told)
            throws IOException {
        boolean typed = file.isEmpty() && !pasted.isBlank();
        if (file.isEmpty() && !typed) {
            told.addFlashAttribute("problem", "batch.noFile");
            return "redirect:/import";
        }
        byte[] content = typed ? pasted.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        String name = typed ? "pasted.csv" : FileName.safe(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        String owner = Tenancy.merchant().orElse(merchant.isBlank() ? "default" : merchant.strip());
        return "redirect:/import/" + work.open(me, owner, name, content);
    }

    /** Where the draft is: its columns, its trial running, its rows to mend, or the batch it became. */
    @GetMapping("/import/{id}")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        var draft = get(id);
        model.addAttribute("draft", draft);
        if (draft.isTaken()) {
            return "redirect:/batches/" + draft.batch();
        }
        var run = runs.find(id);
        if (run.isPresent()) {
            model.addAttribute("run", run.get());
            return "import/running";
        }
        if (step.equals("columns") || draft.trial() == 0) {
            var reading = drafts.read(draft);
            if (step.equals("columns") || !reading.isComplete()) {
                model.addAttribute("reading", reading);
                return "import/columns";
            }
            work.attempt(draft);
            return "redirect:/import/" + id;
        }
        show(draft, rule, after, model);
        return "import/rows";
    }

    private void show(Draft draft, String rule, long after, Model model) {
        var trial = drafts.trial(draft.trial()).orElseThrow(WizardController::none);
        var rows = drafts.page(trial, rule, after, PAGE);
        model.addAttribute("trial", trial);
        model.addAttribute("rules", drafts.rules(trial.id()));
        model.addAttribute("rule", rule);
        model.addAttribute("rows", rows);
        model.addAttribute("next", rows.size() == PAGE ? rows.get(PAGE - 1).line() : null);
    }

    /** Asked by the page while the trial runs; when it is done the page is loaded anew. */
    @GetMapping("/import/{id}/progress")
    String progress(@PathVariable long id, Model model, HttpServletResponse response) {
        var run = runs.find(id);
        if (run.isEmpty() || run.get().failed()) {
            response.setHeader("HX-Refresh", "true");
        }
        run.filter(Runs.Run::failed).ifPresent(r -> runs.forget(id));
        model.addAttribute("draft", get(id));
        model.addAttribute("run", run.orElse(new Runs.Run("", 0, false)));
        return "import/running :: count";
    }

    @PostMapping("/import/{id}/columns")
    String columns(
            @AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam Map<String, String> fields) {
        var headers = new HashMap<String, String>();
        var fixed = new HashMap<String, String>();
        fields.forEach((name, text) -> {
            if (name.startsWith("col.")) {
                headers.put(name.substring(4), text);
            } else if (name.startsWith("fix.")) {
                fixed.put(name.substring(4), text);
            }
        });
        var draft = get(id);
        work.map(me, draft, headers, fixed);
        work.attempt(draft);
        return "redirect:/import/" + id;
    }

    @PostMapping("/import/{id}/fixes")
    String fix(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable long id,
            @RequestParam long line,
            @RequestParam int column,
            @RequestParam String was,
            @RequestParam String becomes,
            @RequestParam(defaultValue = "false") boolean everywhere,
            @RequestParam Map<String, String> fields,
            Model model) {
        var draft = get(id);
        work.fix(me, draft, everywhere ? 0 : line, column, was, becomes);
        model.addAttribute("becomes", becomes);
        model.addAttribute("everywhere", everywhere);
        return "import/rows :: fixed";
    }

    @PostMapping("/import/{id}/trials")
    String again(@PathVariable long id) {
        work.attempt(get(id));
        return "redirect:/import/" + id;
    }

    @PostMapping("/import/{id}/commits")
    String commit(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        work.commit(me, get(id));
        return "redirect:/import/" + id;
    }

    /** Codes of the nomenclature for what was typed, or for the name of the goods. */
    @GetMapping("/import/hs")
    String suggest(
            @RequestParam(defaultValue = "") String becomes,
            @RequestParam(defaultValue = "") String goods,
            Model model) {
        var found = drafts.suggest(becomes, SUGGESTED);
        model.addAttribute("lines", found.isEmpty() ? drafts.suggest(goods, SUGGESTED) : found);
        return "import/rows :: codes";
    }

    private Draft get(long id) {
        return drafts.find(id).orElseThrow(WizardController::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
