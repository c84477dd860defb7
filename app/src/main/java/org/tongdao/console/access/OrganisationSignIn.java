package org.tongdao.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Coming in by the login of one's organisation: only who was invited, and from then on as our own person with our own role. */
@Component
class OrganisationSignIn {

    private static final String UNINVITED = "uninvited";

    private final Organisation organisation;
    private final Logins logins;
    private final SignInTrail trail;
    private final Landing landing;

    OrganisationSignIn(Organisation organisation, Logins logins, SignInTrail trail, Routes routes) {
        this.organisation = organisation;
        this.logins = logins;
        this.trail = trail;
        this.landing = new Landing(routes);
    }

    void openIn(HttpSecurity http) {
        var came = new Came();
        came.setDefaultTargetUrl("/today");
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(organisation)
                .authorizedClientRepository(new KeepsNoTokens())
                .userInfoEndpoint(info -> info.oidcUserService(this::invited))
                .successHandler(came)
                .failureHandler(this::stayed));
    }

    private OidcUser invited(OidcUserRequest request) {
        var vouched = new OidcUserService().loadUser(request);
        if (logins.find(vouched).isEmpty()) {
            throw new OAuth2AuthenticationException(UNINVITED);
        }
        return vouched;
    }

    private void stayed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean uninvited = why instanceof OAuth2AuthenticationException fault
                && fault.getError().getErrorCode().equals(UNINVITED);
        trail.stayed("");
        response.sendRedirect(uninvited ? "/sign-in?uninvited" : "/sign-in?organisation");
    }

    /** The organisation's word is exchanged for a person of ours before anything else is done. */
    private final class Came extends SavedRequestAwareAuthenticationSuccessHandler {

        private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication who)
                throws ServletException, IOException {
            var person = who.getPrincipal() instanceof OidcUser vouched
                    ? logins.find(vouched).orElse(null)
                    : null;
            if (person == null) {
                request.getSession().invalidate();
                response.sendRedirect("/sign-in?uninvited");
                return;
            }
            var ours = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(ours);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
            trail.came(person.name());
            landing.forgetWhatDoesNotOpen(request, response, ours);
            super.onAuthenticationSuccess(request, response, ours);
        }
    }

    /** We ask the organisation who somebody is and nothing more: its tokens are not kept. */
    private static final class KeepsNoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}
