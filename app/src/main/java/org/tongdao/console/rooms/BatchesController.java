package org.tongdao.console.rooms;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Order files: the list, and one file with its findings. */
@Controller
class BatchesController {

    private final BatchReader batches;

    BatchesController(BatchReader batches) {
        this.batches = batches;
    }

    @GetMapping("/batches")
    String list(Model model) {
        model.addAttribute("batches", batches.list());
        return "batches";
    }

    @GetMapping("/batches/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "") String rule, Model model) {
        model.addAttribute(
                "batch", batches.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("rules", batches.rules(id));
        model.addAttribute("rule", rule);
        model.addAttribute("findings", batches.findings(id, rule));
        return "batch";
    }
}
