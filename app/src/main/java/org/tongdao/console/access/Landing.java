package org.tongdao.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where one lands after signing in: the page that was asked for before, as long as it is one and opens for this role; else the home page. */
final class Landing {

    private static final String ROLE = "ROLE_";

    private final Routes routes;
    private final HttpSessionRequestCache saved = new HttpSessionRequestCache();

    Landing(Routes routes) {
        this.routes = routes;
    }

    void forgetWhatDoesNotOpen(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        var asked = saved.getRequest(request, response);
        if (asked != null && !opens(asked, who)) {
            saved.removeRequest(request, response);
        }
    }

    private boolean opens(SavedRequest asked, Authentication who) {
        try {
            var path = URI.create(asked.getRedirectUrl()).getPath();
            return asked.getMethod().equals("GET")
                    && who.getAuthorities().stream()
                            .map(role -> String.valueOf(role.getAuthority()))
                            .filter(role -> role.startsWith(ROLE))
                            .anyMatch(role -> routes.opens(role.substring(ROLE.length()), path));
        } catch (IllegalArgumentException e) {
            return false; // letters that no address of ours has
        }
    }
}
