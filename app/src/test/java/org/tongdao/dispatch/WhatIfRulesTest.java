package org.tongdao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.port.StationFile;
import org.tongdao.terms.Finding;
import org.tongdao.yard.YardStation;

class WhatIfRulesTest {

    private static final YardStation ALASHANKOU =
            StationFile.shipped().find("alashankou").orElseThrow();

    @Test
    void theUsualQuestionsAreWorthReckoning() {
        assertThat(rules("mode=serial,trains=8.7", "crane=+2", "transload_track=+1", "trains=+20%", "wind=12"))
                .isEmpty();
    }

    @Test
    void aFigureNoStationHasIsSaidWithItsValue() {
        assertThat(rules("trains=1000", "crane=+2")).contains("WHATIF-VALUE");
        assertThat(rules("", "crane=-9")).containsExactly("WHATIF-VALUE");
        assertThat(rules("", "crane=many")).containsExactly("WHATIF-VALUE");
        assertThat(rules("", "unicorns=+1")).containsExactly("WHATIF-VALUE");
        assertThat(rules("", "wind=30")).containsExactly("WHATIF-VALUE");
        assertThat(rules("", "seconds_per_lift=NaN")).containsExactly("WHATIF-VALUE");
        assertThat(rules("", "crane")).containsExactly("WHATIF-VALUE");
        assertThat(rules("", "transload_track=+500")).containsExactly("WHATIF-VALUE");
    }

    @Test
    void whatIsAskedTwiceOrIsTheBaselineItselfIsRefused() {
        assertThat(rules("", "crane=+2", "crane=+2")).containsExactly("WHATIF-TWICE");
        assertThat(rules("mode=serial", "mode=serial")).containsExactly("WHATIF-SAME");
        assertThat(rules("", "trains=+0%")).containsExactly("WHATIF-SAME");
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThat(rules("")).containsExactly("WHATIF-VARIANTS");
        assertThat(WhatIfRules.of(ALASHANKOU, new WhatIfCase.Wish("", List.of("crane=+2"), 1, 60)))
                .extracting(Finding::rule)
                .containsExactly("WHATIF-EFFORT");
        assertThat(WhatIfRules.of(ALASHANKOU, new WhatIfCase.Wish("", List.of("crane=+2"), 200, 3650)))
                .extracting(Finding::rule)
                .containsExactly("WHATIF-EFFORT");
    }

    private static List<String> rules(String baseline, String... variants) {
        return WhatIfRules.of(ALASHANKOU, new WhatIfCase.Wish(baseline, List.of(variants), 10, 60)).stream()
                .map(Finding::rule)
                .toList();
    }
}
