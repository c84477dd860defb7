package org.tongdao.console.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Long enough, not the name, kept as bcrypt of cost 12; bcrypt reads 72 bytes, so longer ones are refused instead of cut. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    private static final int SHORTEST = 10;
    private static final int MOST_BYTES = 72;

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(12);
    }

    static boolean fits(String password, String userName) {
        return password.codePointCount(0, password.length()) >= SHORTEST
                && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && password.codePoints().distinct().count() > 4
                && !password.toLowerCase(Locale.ROOT).contains(userName);
    }
}
