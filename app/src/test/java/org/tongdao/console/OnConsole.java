package org.tongdao.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tongdao.TongdaoApplication;
import org.tongdao.console.access.QuickPasswords;
import org.tongdao.platform.TestHome;

/** A test against the whole application behind a real port, on a database of its own that all such tests share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = TongdaoApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(QuickPasswords.class)
@ContextConfiguration(initializers = OnConsole.OwnHome.class)
public @interface OnConsole {

    /** A home folder for this context alone. */
    final class OwnHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("tongdao.home=" + TestHome.create()).applyTo(context);
        }
    }
}
