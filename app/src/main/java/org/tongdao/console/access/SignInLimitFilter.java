package org.tongdao.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 before a password is even checked. */
final class SignInLimitFilter extends OncePerRequestFilter {

    private final SignInLimit limit;

    SignInLimitFilter(SignInLimit limit) {
        this.limit = limit;
    }

    static String key(HttpServletRequest request) {
        String name = Objects.requireNonNullElse(request.getParameter("username"), "");
        return name.strip().toLowerCase(Locale.ROOT) + "\n" + request.getRemoteAddr();
    }

    static boolean signsIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals("/sign-in");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (signsIn(request) && limit.blocks(key(request))) {
            response.setHeader("Retry-After", Long.toString(SignInLimit.WAIT.toSeconds()));
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
    }
}
