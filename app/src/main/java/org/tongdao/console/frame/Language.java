package org.tongdao.console.frame;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The reader's language: chosen by {@code ?lang=} and kept in a cookie, else what the browser asks for. */
@Configuration(proxyBeanMethods = false)
class Language implements WebMvcConfigurer {

    static final List<Locale> KNOWN =
            List.of(Locale.ENGLISH, Locale.CHINESE, Locale.forLanguageTag("ru"), Locale.forLanguageTag("kk"));

    @Bean(name = "localeResolver")
    static LocaleResolver localeResolver() {
        var asked = new AcceptHeaderLocaleResolver();
        asked.setSupportedLocales(KNOWN);
        asked.setDefaultLocale(Locale.ENGLISH);
        var kept = new CookieLocaleResolver("lang");
        kept.setCookieMaxAge(Duration.ofDays(365));
        kept.setCookieHttpOnly(true);
        kept.setCookieSameSite("Lax");
        kept.setDefaultLocaleFunction(asked::resolveLocale);
        return kept;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new KnownLanguage());
    }

    /** Takes only languages that the term base has; anything else in the address changes nothing. */
    private static final class KnownLanguage extends LocaleChangeInterceptor {
        private KnownLanguage() {
            setParamName("lang");
            setIgnoreInvalidLocale(true);
        }

        @Override
        protected Locale parseLocaleValue(String tag) {
            return KNOWN.stream()
                    .filter(known -> known.getLanguage().equals(tag))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown language"));
        }
    }
}
