package org.tongdao.cpsat;

import com.google.ortools.Loader;
import java.time.Instant;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.yard.DayAdvice;
import org.tongdao.yard.DayImprover;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.DayStep;
import org.tongdao.yard.YardStage;

/** CP-SAT as an improver of days. The native library is loaded when it is first asked, and one that does not fit the machine is a finding. */
public final class CpSatImprover implements DayImprover {

    private static final int WORKERS = 2;

    @Override
    public String name() {
        return "cp-sat";
    }

    @Override
    public DayAdvice advise(DayQuestion question, DayPlan plan, double seconds) {
        if (!question.before().isEmpty() || !question.fixed().isEmpty()) {
            return none("facts", "It plans whole days only, not the rest of a day that has begun.");
        }
        var last = plan.steps().stream()
                .filter(s -> s.stage() == YardStage.DEPARTURE)
                .map(DayStep::end)
                .max(Instant::compareTo);
        if (last.isEmpty() || !plan.findings().isEmpty()) {
            return none("plan", "It betters plans in which every train leaves.");
        }
        try {
            Loader.loadNativeLibraries();
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            return none("native library", "It does not load here: " + e.getMessage());
        }
        var answer = new DayOracle(question, last.get().getEpochSecond()).solve(seconds, WORKERS, plan.steps());
        return new DayAdvice(answer.begins(), Math.max(0, answer.bound()), List.of());
    }

    private static DayAdvice none(String value, String maybe) {
        return DayAdvice.none(Finding.warning("YARD-ADVICE", Place.of("cp-sat"), value, maybe));
    }
}
