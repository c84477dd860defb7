package org.tongdao.yard;

import java.time.Instant;
import java.util.List;
import org.tongdao.terms.Finding;

/**
 * What a {@link DayImprover} says about a day.
 *
 * @param begins when steps should begin; which units they take is the planner's to say; empty when it found nothing
 * @param bound proved: no plan of the day costs less, in seconds as {@link DayPlan.Figures#cost()}; 0 when it proved nothing
 * @param findings why it could not help
 */
public record DayAdvice(List<Begin> begins, long bound, List<Finding> findings) {

    public DayAdvice {
        begins = List.copyOf(begins);
        findings = List.copyOf(findings);
    }

    /** One step of one train, {@code part} as in {@link DayStep}. */
    public record Begin(String trainId, YardStage stage, int part, Instant at) {}

    /** No help, and why. */
    public static DayAdvice none(Finding why) {
        return new DayAdvice(List.of(), 0, List.of(why));
    }
}
