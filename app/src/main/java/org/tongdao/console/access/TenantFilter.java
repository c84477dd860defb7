package org.tongdao.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongdao.platform.Tenancy;
import org.tongdao.training.Training;

/** The rest of the request works as the tenant of who is signed in, or on the ground on which this person practises. A person who was disabled or given another role is signed out at once. */
final class TenantFilter extends OncePerRequestFilter {

    private final Users users;
    private final Training training;

    TenantFilter(Users users, Training training) {
        this.users = users;
        this.training = training;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn person)) {
            chain.doFilter(request, response);
        } else if (!stillWorksHere(person)) {
            request.getSession().invalidate();
            response.sendRedirect("/sign-in");
        } else {
            var ground = Tenancy.as(person.tenant(), () -> training.ground(person.name()));
            if (ground.isPresent() && request.getServletPath().startsWith("/admin")) {
                response.sendRedirect("/training/now");
            } else {
                request.setAttribute("practises", ground.isPresent());
                passOn(ground.orElse(person.tenant()), person, request, response, chain);
            }
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private boolean stillWorksHere(SignedIn person) {
        return users.find(person.name())
                .filter(now -> !now.disabled()
                        && now.role().equals(person.role())
                        && now.tenant() == person.tenant()
                        && now.merchant().equals(person.merchant()))
                .isPresent();
    }

    private static void passOn(
            int tenant, SignedIn person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            within(tenant, person, () -> {
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

    /** A merchant's person works as that merchant, whatever the room. */
    private static void within(int tenant, SignedIn person, Runnable work) {
        if (person.role().equals("MERCHANT")) {
            Tenancy.asMerchant(tenant, person.merchant(), () -> {
                work.run();
                return 0;
            });
        } else {
            Tenancy.run(tenant, work);
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
