package org.tongdao.console.upkeep;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongdao.console.access.Audit;
import org.tongdao.console.frame.Address;
import org.tongdao.console.frame.Spreadsheet;

/** The trail of changes: searched by person, words and days, and exported. */
@Controller
class AuditController {

    private static final int PAGE = 100;
    private static final int MOST = 100_000;

    private final Audit audit;
    private final TrailWords words;

    AuditController(Audit audit, TrailWords words) {
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/admin/audit")
    String list(Audit.Filter filter, Locale language, Model model) {
        var lines = audit.search(filter, words.meant(filter.words(), language), PAGE + 1);
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("lines", shown);
        model.addAttribute("act", words.in(language));
        model.addAttribute("export", address("/admin/audit.csv", filter, null));
        model.addAttribute(
                "next",
                lines.size() > PAGE
                        ? address("/admin/audit", filter, shown.get(PAGE - 1).id())
                        : null);
        return "admin/audit";
    }

    @GetMapping("/admin/audit.csv")
    void export(Audit.Filter filter, Locale language, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        var out = response.getWriter();
        out.write("\uFEFFid,at,actor,role,action,subject\r\n");
        for (var line : audit.search(filter, words.meant(filter.words(), language), MOST)) {
            out.write(Spreadsheet.row(
                    String.valueOf(line.id()),
                    line.at().toInstant().toString(),
                    line.actor(),
                    line.role(),
                    line.action(),
                    line.subject()));
        }
    }

    private static String address(String path, Audit.Filter filter, @org.jspecify.annotations.Nullable Long before) {
        return Address.of(path)
                .with("actor", filter.actor())
                .with("words", filter.words())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("before", before)
                .toString();
    }
}
