package org.tongdao;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.tongdao.guard.misuse.MisuseApplication;

/** Both rings in one test: engines use only terms, features use only what their package-info allows. */
class ModularityTest {

    @Test
    void featuresAndEnginesUseOnlyWhatTheyMay() {
        ApplicationModules.of(TongdaoApplication.class).verify();
    }

    @Test
    void theGuardSeesAFeatureThatReachesIntoAnother() {
        var misuse =
                ApplicationModules.of(MisuseApplication.class, location -> true).detectViolations();
        assertThat(misuse.hasViolations()).isTrue();
        assertThat(misuse.getMessages()).anySatisfy(m -> assertThat(m).contains("inner"));
    }
}
