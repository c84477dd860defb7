package org.tongdao.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.tongdao.TongdaoApplication;
import org.tongdao.console.access.QuickPasswords;

/**
 * A test on the whole application and a real, embedded PostgreSQL. All such tests share one server and one application context; each test works as a
 * tenant of its own, from {@link FreshTenant}, and so starts empty.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = TongdaoApplication.class, webEnvironment = WebEnvironment.NONE)
@Import(QuickPasswords.class)
@ContextConfiguration(initializers = OnDatabase.TemporaryHome.class)
@TestPropertySource(properties = "spring.main.lazy-initialization=true")
public @interface OnDatabase {

    /** Gives the context a home folder under {@code target/}, removed when the JVM ends. */
    final class TemporaryHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getSystemProperties()
                    .putIfAbsent("tongdao.home", TestHome.create().toString());
        }
    }
}
