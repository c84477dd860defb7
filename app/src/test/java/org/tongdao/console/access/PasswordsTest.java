package org.tongdao.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    @Test
    void aSentenceFits() {
        assertThat(Passwords.fits("four wagons to Dostyk", "admin")).isTrue();
        assertThat(Passwords.fits("从乌鲁木齐到阿拉木图的路", "admin")).isTrue();
    }

    @Test
    void shortSimpleOrNamedPasswordsDoNot() {
        assertThat(Passwords.fits("short", "admin")).isFalse();
        assertThat(Passwords.fits("aaaaaaaaaaaaaaa", "admin")).isFalse();
        assertThat(Passwords.fits("xxAdmin12345", "admin")).isFalse();
    }

    @Test
    void aPasswordThatBcryptWouldCutIsRefused() {
        assertThat(Passwords.fits("abcdefgh".repeat(10), "admin")).isFalse();
        assertThat(Passwords.fits("路轨车门口".repeat(4), "admin")).isTrue();
        assertThat(Passwords.fits("路轨车门口".repeat(5), "admin")).isFalse();
    }

    @Test
    void aPasswordIsKeptAsBcryptOfCostTwelve() {
        try (var installation = new AnnotationConfigApplicationContext(Passwords.class)) {
            var passwords = installation.getBean(PasswordEncoder.class);
            String kept = passwords.encode(People.PASSWORD);
            assertThat(kept).startsWith("$2a$12$");
            assertThat(passwords.matches(People.PASSWORD, kept)).isTrue();
            assertThat(passwords.matches(People.PASSWORD + ".", kept)).isFalse();
        }
    }
}
