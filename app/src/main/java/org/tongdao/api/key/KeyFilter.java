package org.tongdao.api.key;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongdao.api.ApiKey;
import org.tongdao.api.ApiKeys;
import org.tongdao.platform.Tenancy;

/** Lets a request through that shows a key with the scope of its route, as the key's tenant; everything else ends here with a problem. */
final class KeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiRoutes routes;
    private final ApiKeys keys;

    KeyFilter(ApiRoutes routes, ApiKeys keys) {
        this.routes = routes;
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var route = routes.find(request.getMethod(), request.getServletPath());
        if (route.isPresent() && route.get().isPublic()) {
            chain.doFilter(request, response);
            return;
        }
        var key = shown(request);
        if (key.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tongdao\"");
            refuse(response, 401, "no-key", "Send a valid key: Authorization: Bearer tdk_…");
        } else if (route.isEmpty()) {
            refuse(response, 404, "not-found", "There is no such thing here.");
        } else if (!key.get().may(route.get().scope())) {
            refuse(
                    response,
                    403,
                    "scope",
                    "This key lacks the scope " + route.get().scope() + ".");
        } else {
            Caller.set(request, key.get());
            passOn(key.get(), request, response, chain);
        }
    }

    private Optional<ApiKey> shown(HttpServletRequest request) {
        var header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        return header.startsWith(BEARER)
                ? keys.find(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static void refuse(HttpServletResponse response, int status, String code, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(("{\"type\":\"urn:tongdao:problem:" + code + "\",\"title\":\"" + detail + "\",\"status\":"
                                + status + ",\"code\":\"" + code + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void passOn(ApiKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            within(key, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (ServletException e) {
                    throw new PassedOn(e);
                }
            });
        } catch (PassedOn e) {
            throw e.cause;
        }
    }

    /** A merchant's key works as that merchant: what a route forgets, the database does not show. */
    private static void within(ApiKey key, Runnable work) {
        if (key.merchant().isEmpty()) {
            Tenancy.run(key.tenant(), work);
        } else {
            Tenancy.asMerchant(key.tenant(), key.merchant(), () -> {
                work.run();
                return 0;
            });
        }
    }

    private static final class PassedOn extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException cause;

        private PassedOn(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
