package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final YardStation ALASHANKOU = Stations.of("alashankou");
    private static final YardComparison.Effort EFFORT = new YardComparison.Effort(4, 30, 1);
    private static final WhatIf USUAL = WhatIf.usual(ALASHANKOU, EFFORT);

    @Test
    void theFiveUsualQuestionsStandSideBySide() {
        assertThat(USUAL.answers())
                .extracting(WhatIf.Answer::change)
                .containsExactly("crane=+2", "transload_track=+1", "mode=serial", "trains=+20%", "wind=12");
        assertThat(USUAL.answers())
                .extracting(WhatIf.Answer::method)
                .containsExactly(
                        WhatIf.Method.SIMULATED,
                        WhatIf.Method.SIMULATED,
                        WhatIf.Method.SIMULATED,
                        WhatIf.Method.SIMULATED,
                        WhatIf.Method.PLANNED);
    }

    @Test
    void simulatedVariantsShareOneBaseAndPercentilesAreInOrder() {
        var base = USUAL.answers().get(0).base();
        assertThat(USUAL.answers().subList(0, 4))
                .allSatisfy(a -> assertThat(a.base()).isEqualTo(base));
        assertThat(USUAL.answers()).allSatisfy(a -> {
            var f = a.figures();
            assertThat(f.p50Hours().mean()).isLessThanOrEqualTo(f.p95Hours().mean());
            assertThat(f.meanHours().mean()).isLessThanOrEqualTo(f.p95Hours().mean());
            assertThat(f.meanHours().plusMinus()).isPositive();
        });
    }

    @Test
    void aDifferenceIsVariantMinusBaseInEveryFigure() {
        assertThat(USUAL.answers()).allSatisfy(a -> {
            assertThat(a.difference().meanHours().mean())
                    .isCloseTo(
                            a.figures().meanHours().mean()
                                    - a.base().meanHours().mean(),
                            within(1e-9));
            assertThat(a.difference().p50Hours().mean())
                    .isCloseTo(
                            a.figures().p50Hours().mean() - a.base().p50Hours().mean(), within(1e-9));
            assertThat(a.difference().departedPerDay().mean())
                    .isCloseTo(
                            a.figures().departedPerDay().mean()
                                    - a.base().departedPerDay().mean(),
                            within(1e-9));
        });
    }

    @Test
    void serialWorkTrafficAndWindCostHoursForSure() {
        for (int i = 2; i < 5; i++) {
            var dwell = USUAL.answers().get(i).difference().meanHours();
            assertThat(dwell.mean()).as(USUAL.answers().get(i).change()).isPositive();
            assertThat(dwell.isSure()).as(USUAL.answers().get(i).change()).isTrue();
        }
        assertThat(USUAL.answers().get(3).difference().departedPerDay().isSure())
                .isTrue();
    }

    @Test
    void equalQuestionsHaveEqualAnswersAndAnotherStationKeepsItsName() {
        var base = YardVariant.of(ALASHANKOU);
        var dostyk = YardVariant.of(Stations.of("dostyk"));
        var one = WhatIf.of(base, List.of(dostyk, base.with("crane", "+2")), EFFORT);
        assertThat(one).isEqualTo(WhatIf.of(base, List.of(dostyk, base.with("crane", "+2")), EFFORT));
        assertThat(one.answers().get(0).change()).isEqualTo("dostyk");
        assertThat(one.answers().get(1).figures())
                .isEqualTo(USUAL.answers().get(0).figures());
        assertThat(base.with("mode", "serial").with("crane", "+2").usualQuestions())
                .extracting(YardVariant::name)
                .contains("alashankou:mode=serial,crane=+2,mode=parallel");
    }
}
