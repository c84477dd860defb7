package org.tongdao.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.Loading;
import org.tongdao.loading.PackPlan;
import org.tongdao.terms.Finding;

/** A filled container and what the checker says of it. */
record PackAnswer(PackPlan plan, boolean fullSupport, double seconds, List<Finding> verdict) {

    String line() {
        return String.format(
                Locale.ROOT,
                "problem %d  %.3f %%  %d boxes  %d nodes  %.2f s  %s",
                plan.problem().id(),
                100 * plan.utilisation(),
                plan.places().size(),
                plan.nodes(),
                seconds,
                verdict.isEmpty() ? "checked, in order" : PackCommand.text(verdict.get(0)));
    }

    /** The line, and one for each type of which boxes stay behind. */
    String text() {
        return Stream.concat(Stream.of(line()), leftOut().stream().map(PackCommand::text))
                .collect(Collectors.joining("\n"));
    }

    /** Types of which boxes stay behind, each with the limit that excluded them. */
    List<Finding> leftOut() {
        var problem = PackRun.load(plan.problem(), fullSupport ? 1 : 0);
        var boxes = plan.places().stream()
                .map(p -> new LoadProblem.Stowed("" + p.type(), p.x(), p.y(), p.z(), p.dx(), p.dy(), p.dz()))
                .toList();
        return Loading.leftOut(problem, new Loaded(problem.fleet().get(0), boxes));
    }

    private Map<String, Object> figures() {
        var document = new LinkedHashMap<String, Object>();
        document.put("problem", plan.problem().id());
        document.put("support", fullSupport ? "full" : "none");
        document.put("utilisation", plan.utilisation());
        document.put("boxes", plan.places().size());
        document.put("nodes", plan.nodes());
        document.put("seconds", seconds);
        document.put("verdict", verdict.stream().map(PackCommand::text).toList());
        return document;
    }

    /** The certificate: what was asked, what was done; {@code pack check} needs nothing else. */
    Map<String, Object> document() {
        var document = figures();
        document.put("container", PackFile.Container.of(plan.problem()));
        document.put("types", plan.problem().types());
        document.put("placements", plan.places());
        document.put("leftOut", leftOut().stream().map(LoadAnswerFile::left).toList());
        return document;
    }

    static Map<String, Object> summary(List<PackAnswer> answers) {
        var document = new LinkedHashMap<String, Object>();
        document.put("mean", mean(answers));
        document.put("problems", answers.stream().map(PackAnswer::figures).toList());
        return document;
    }

    static double mean(List<PackAnswer> answers) {
        return answers.stream().mapToDouble(a -> a.plan.utilisation()).average().orElse(0);
    }
}
