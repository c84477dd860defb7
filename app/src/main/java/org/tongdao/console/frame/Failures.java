package org.tongdao.console.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what went wrong in one sentence: no stack trace, no path, no message of the program. */
@Controller
class Failures implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 413, 429);

    @RequestMapping("/error")
    String explain(HttpServletRequest request, Model model) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        model.addAttribute("status", status);
        model.addAttribute("text", "error." + (EXPLAINED.contains(status) ? status : 500));
        return "gate/error";
    }
}
