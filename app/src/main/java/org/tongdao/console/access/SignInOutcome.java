package org.tongdao.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** What follows a try to sign in, and what the limit learns from it. */
final class SignInOutcome {

    private SignInOutcome() {}

    static final class Came extends SavedRequestAwareAuthenticationSuccessHandler {
        private final SignInLimit limit;
        private final SignInTrail trail;
        private final Landing landing;

        Came(SignInLimit limit, SignInTrail trail, Landing landing) {
            this.landing = landing;
            this.limit = limit;
            this.trail = trail;
            setDefaultTargetUrl("/today");
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication who)
                throws ServletException, IOException {
            limit.succeeded(SignInLimitFilter.key(request));
            trail.came(who.getName());
            landing.forgetWhatDoesNotOpen(request, response, who);
            super.onAuthenticationSuccess(request, response, who);
        }
    }

    static final class Stayed extends SimpleUrlAuthenticationFailureHandler {
        private final SignInLimit limit;
        private final SignInTrail trail;

        Stayed(SignInLimit limit, SignInTrail trail) {
            super("/sign-in?failed");
            this.limit = limit;
            this.trail = trail;
        }

        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
                throws IOException, ServletException {
            limit.failed(SignInLimitFilter.key(request));
            trail.stayed(Objects.requireNonNullElse(request.getParameter("username"), ""));
            super.onAuthenticationFailure(request, response, why);
        }
    }
}
