package org.tongdao.console.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.tongdao.training.Training;

/** One filter chain for everything: what routes.csv does not open stays shut. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityRules {

    static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self'"
                    + " blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
                    + " 'none'";

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Routes routes,
            Users users,
            SignInLimit limit,
            SignInTrail trail,
            OrganisationSignIn organisation,
            Training training) {
        http.authorizeHttpRequests(rules -> {
            rules.dispatcherTypeMatchers(
                            jakarta.servlet.DispatcherType.FORWARD,
                            jakarta.servlet.DispatcherType.ERROR,
                            jakarta.servlet.DispatcherType.ASYNC)
                    .permitAll();
            for (Routes.Route route : routes.list()) {
                var at = rules.requestMatchers(HttpMethod.valueOf(route.method()), route.path());
                if (route.isPublic()) {
                    at.permitAll();
                } else {
                    at.hasAnyRole(route.roles().toArray(String[]::new));
                }
            }
            rules.anyRequest().denyAll();
        });
        http.formLogin(form -> form.loginPage("/sign-in")
                .defaultSuccessUrl("/today")
                .successHandler(new SignInOutcome.Came(limit, trail, new Landing(routes)))
                .failureHandler(new SignInOutcome.Stayed(limit, trail)));
        organisation.openIn(http);
        http.csrf(forms ->
                forms.ignoringRequestMatchers("/follow/*/stop")); // mail programs end it by the link's own token
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"));
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
        http.headers(SecurityRules::headers);
        http.addFilterBefore(new SignInLimitFilter(limit), UsernamePasswordAuthenticationFilter.class);
        http.addFilterAfter(new TenantFilter(users, training), AuthorizationFilter.class);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    }
}
