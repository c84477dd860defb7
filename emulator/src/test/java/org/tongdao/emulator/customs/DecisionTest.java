package org.tongdao.emulator.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T15:00:00Z");

    private final Decision inLife = new Decision(7, Conduct.asInLife());

    @Test
    void ofTenThousandListsAboutOnePercentAreRefusedAndTwoInspected() {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < 10_000; i++) {
            first.merge(inLife.about(list("C" + i, "O" + i), MORNING).get(0).status(), 1, Integer::sum);
        }
        assertThat(first.get("100")).isBetween(60, 140);
        assertThat(first.get("500")).isBetween(150, 250);
        assertThat(first.get("300")).isBetween(240, 360);
        assertThat(first.get("800")).isGreaterThan(9_300);
    }

    @Test
    void goodsOfHigherRiskAreInspectedMoreOften() {
        assertThat(inspected("0603110000")).isGreaterThan(2 * inspected("6109100010"));
    }

    @Test
    void aListStoredInTheMorningIsDecidedTheSameDay() {
        long sameDay = 0;
        for (int i = 0; i < 1000; i++) {
            var steps = inLife.about(list("C" + i, "O"), MORNING);
            var end = LocalDate.ofInstant(steps.get(steps.size() - 1).at(), BEIJING);
            sameDay += end.equals(LocalDate.of(2026, 11, 23)) ? 1 : 0;
        }
        assertThat(sameDay).isGreaterThan(970);
    }

    @Test
    void whatComesAtNightWaitsForTheOfficeUnlessClearanceIsReserved() {
        var waiting = inLife.about(list("C1", "TEST-OK"), NIGHT).get(0);
        assertThat(waiting.at()).isAfter("2026-11-24T02:00:00Z");
        var reserved = new ParcelList("C1", "TEST-OK", List.of(), 10, 1, true);
        assertThat(inLife.about(reserved, NIGHT).get(0).at()).isBefore(NIGHT.plus(Duration.ofHours(3)));
    }

    @Test
    void testNumbersChooseTheCourse() {
        assertThat(statuses("TEST-OK")).containsExactly("800");
        assertThat(statuses("WT-TEST-INSPECT-0007")).containsExactly("500", "800");
        assertThat(statuses("TEST-INSPECT-REJECT")).containsExactly("500", "100");
        assertThat(statuses("TEST-MANUAL")).containsExactly("300", "800");
        assertThat(statuses("TEST-REJECT-HS")).containsExactly("100");
        assertThat(info("TEST-REJECT-HS")).startsWith("[Code:-621003;Desc:清单申报失败，[商品编号存疑");
        assertThat(info("TEST-REJECT-VALUE")).contains("-621003", "价格");
        assertThat(info("TEST-REJECT-WEIGHT")).contains("-621001", "毛重");
        assertThat(info("TEST-REJECT-DUP")).contains("-621004");
        assertThat(info("TEST-REJECT-SIGN")).contains("-621029");
    }

    @Test
    void aDelayedListIsDecidedThatManyHoursLater() {
        var calm = new Decision(7, Conduct.calm());
        assertThat(calm.about(list("C1", "TEST-DELAY"), MORNING).get(0).at())
                .isAfter(MORNING.plus(Duration.ofHours(30)));
        var six = calm.about(list("C1", "TEST-DELAY-H6"), MORNING).get(0).at();
        assertThat(six).isBetween(MORNING.plus(Duration.ofHours(6)), MORNING.plus(Duration.ofHours(9)));
    }

    @Test
    void theSameListGetsTheSameCourseAndAnotherSeedAnotherOne() {
        var list = list("C77", "O77");
        assertThat(new Decision(7, Conduct.asInLife()).about(list, MORNING)).isEqualTo(inLife.about(list, MORNING));
        assertThat(new Decision(8, Conduct.asInLife()).about(list, MORNING)).isNotEqualTo(inLife.about(list, MORNING));
    }

    private long inspected(String hs) {
        long count = 0;
        for (int i = 0; i < 5000; i++) {
            var list = new ParcelList("C" + i, "O" + i, List.of(hs), 100, 1, false);
            count += inLife.about(list, MORNING).get(0).status().equals("500") ? 1 : 0;
        }
        return count;
    }

    private List<String> statuses(String orderNo) {
        return inLife.about(list("C1", orderNo), MORNING).stream()
                .map(Step::status)
                .toList();
    }

    private String info(String orderNo) {
        return inLife.about(list("C1", orderNo), MORNING).get(0).info();
    }

    private static ParcelList list(String copNo, String orderNo) {
        return new ParcelList(copNo, orderNo, List.of("4202920000"), 100, 1, false);
    }
}
