package org.tongdao.console.access;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords of tests are hashed at bcrypt's lowest cost: a quarter of a second for each is what a thief shall pay, not a test. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    private static final int LOWEST_COST = 4;

    @Bean
    @Primary
    static PasswordEncoder quickPasswordEncoder() {
        return new BCryptPasswordEncoder(LOWEST_COST);
    }
}
