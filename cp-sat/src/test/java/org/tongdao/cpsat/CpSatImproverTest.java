package org.tongdao.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.tongdao.yard.DayCheck;
import org.tongdao.yard.DayExample;
import org.tongdao.yard.DayImprover;
import org.tongdao.yard.DayLimits;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.DayPlanner;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.YardClosure;
import org.tongdao.yard.YardLayout;
import org.tongdao.yard.YardLayoutFile;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardRules;

class CpSatImproverTest {

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private final DayImprover improver =
            ServiceLoader.load(DayImprover.class).iterator().next();

    private static YardLayout layout(String id) throws IOException {
        return YardLayoutFile.read(id, Files.readAllLines(Path.of("../data/stations", id + ".csv")))
                .layout()
                .orElseThrow();
    }

    private static DayQuestion day(String id, int trains, int containers) throws IOException {
        var layout = layout(id);
        int gauge = layout.units(YardResource.RECEIVING_TRACK).get(0).gaugeMm();
        int onward = layout.units(YardResource.DEPARTURE_TRACK).get(0).gaugeMm();
        var wish = new DayExample.Wish(DAY, trains, containers, 0.02, gauge, onward);
        return DayQuestion.of(layout, DayExample.of(wish, 2), DAY);
    }

    /** Betters the first plan, is checked, and nothing that is planned is below its bound. */
    private DayPlan bettered(DayQuestion question) {
        var first = DayPlanner.plan(question, DayLimits.FIRST);
        var better = DayPlanner.follow(question, first, improver.advise(question, first, 8));
        assertThat(better.findings()).isEmpty();
        assertThat(DayCheck.check(question, better.steps())).isEmpty();
        assertThat(better.figures().cost()).isLessThanOrEqualTo(first.figures().cost());
        long searched =
                DayPlanner.plan(question, DayLimits.rounds(2_000, 1)).figures().cost();
        assertThat(better.figures().bound()).isLessThanOrEqualTo(searched);
        return better;
    }

    @Test
    void aCrowdedDayIsBettered() throws IOException {
        assertThat(improver.name()).isEqualTo("cp-sat");
        var question = day("malaszewicze", 10, 55);
        var first = DayPlanner.plan(question, DayLimits.FIRST);
        assertThat(bettered(question).figures().cost())
                .isLessThan(first.figures().cost());
    }

    @Test
    void customsBeforeTheGaugeChangeAndTrainsThatKeepTheirWagonsAreUnderstood() throws IOException {
        bettered(day("dostyk", 8, 55).with(YardRules.of(YardMode.SERIAL)));
        bettered(day("urumqi", 8, 0));
    }

    @Test
    void aClosedDeskIsUnderstood() throws IOException {
        var question = day("alashankou", 6, 55);
        var closures = question.layout().units(YardResource.CUSTOMS_LANE).stream()
                .map(u -> YardClosure.of(YardResource.CUSTOMS_LANE, u.id(), DAY, DAY.plusSeconds(10 * 3_600), "night"))
                .toList();
        bettered(question.withClosures(closures));
    }

    @Test
    void aDayThatHasBegunIsNotItsBusiness() throws IOException {
        var question = day("dostyk", 6, 55);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        var later = question.after(plan.steps(), DAY.plusSeconds(12 * 3_600));
        var advice = improver.advise(later, DayPlanner.plan(later, DayLimits.FIRST), 1);
        assertThat(advice.begins()).isEmpty();
        assertThat(advice.findings()).hasSize(1);
        assertThat(List.of(advice.findings().get(0).rule())).containsExactly("YARD-ADVICE");
    }
}
