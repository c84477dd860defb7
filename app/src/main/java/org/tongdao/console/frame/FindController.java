package org.tongdao.console.frame;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box: one hit opens its page, several are listed with what was not found. */
@Controller
class FindController {

    private final Find find;

    FindController(Find find) {
        this.find = find;
    }

    @GetMapping("/find")
    String find(@RequestParam(defaultValue = "") String q, Model model) {
        List<String> codes = Find.codes(q);
        List<Find.Hit> hits = find.find(codes);
        if (hits.isEmpty()) {
            codes = Find.upper(codes);
            hits = find.find(codes);
        }
        if (hits.size() == 1 && codes.size() == 1) {
            return "redirect:" + hits.get(0).path();
        }
        Set<String> found = hits.stream().map(Find.Hit::code).collect(Collectors.toSet());
        model.addAttribute("q", q);
        model.addAttribute("hits", hits);
        model.addAttribute(
                "missing", codes.stream().filter(code -> !found.contains(code)).toList());
        return "find";
    }
}
