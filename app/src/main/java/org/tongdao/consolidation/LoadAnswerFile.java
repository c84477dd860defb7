package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongdao.loading.LoadAccount;
import org.tongdao.loading.LoadAnswer;
import org.tongdao.loading.LoadChecker;
import org.tongdao.loading.LoadFigures;
import org.tongdao.loading.LoadProblem;
import org.tongdao.terms.Finding;

/** Loaded containers with the problem they answer: a certificate that {@code pack check} judges without anything else. */
record LoadAnswerFile(LoadProblem problem, LoadAnswer answer, double seconds, List<Finding> verdict) {

    static LoadAnswerFile of(LoadProblem problem, LoadAnswer answer, double seconds) {
        var verdict = new ArrayList<>(LoadChecker.check(problem, answer.containers()));
        var left = answer.leftOut().stream()
                .flatMap(f -> LoadAccount.Left.parse(f.place().source(), f.value()).stream())
                .toList();
        verdict.addAll(LoadAccount.check(problem, answer.containers(), left));
        return new LoadAnswerFile(problem, answer, seconds, List.copyOf(verdict));
    }

    Map<String, Object> document() {
        var document = figures();
        document.put("input", problem);
        document.put("containers", answer.containers());
        return document;
    }

    Map<String, Object> figures() {
        var document = new LinkedHashMap<String, Object>();
        document.put("problem", problem.id());
        document.put("count", answer.containers().size());
        document.put("cost", answer.cost());
        if (answer.containers().stream().anyMatch(c -> !c.boxes().isEmpty())) {
            document.put("costPerM3", answer.costPerM3());
            document.put("costPerBox", answer.costPerBox());
        }
        document.put(
                "figures",
                answer.containers().stream()
                        .map(c -> LoadFigures.of(problem, c))
                        .toList());
        document.put(
                "leftOut", answer.leftOut().stream().map(LoadAnswerFile::left).toList());
        document.put("nodes", answer.nodes());
        document.put("seconds", seconds);
        document.put("verdict", verdict.stream().map(PackCommand::text).toList());
        return document;
    }

    static Map<String, String> left(Finding finding) {
        return Map.of(
                "cargo", finding.place().source(),
                "boxes", finding.value(),
                "rule", finding.rule(),
                "why", finding.maybe());
    }

    String text() {
        var text = new StringBuilder();
        for (int i = 0; i < answer.containers().size(); i++) {
            var f = LoadFigures.of(problem, answer.containers().get(i));
            text.append(String.format(
                    Locale.ROOT,
                    "%s container %d  %s  %.2f %%  %d boxes  %.1f t (%.0f %% of the payload)  centre of gravity %+.1f %% along, %+.1f %% across%n",
                    problem.id(),
                    i + 1,
                    f.type(),
                    100 * f.fill(),
                    f.boxes(),
                    f.massG() / 1e6,
                    100 * f.payloadShare(),
                    100 * f.eccentricityX(),
                    100 * f.eccentricityY()));
        }
        answer.leftOut().forEach(f -> text.append(PackCommand.text(f)).append('\n'));
        return text.append(String.format(
                        Locale.ROOT,
                        "%s  %d containers, %d cargoes left out, %s",
                        problem.id(),
                        answer.containers().size(),
                        answer.leftOut().size(),
                        verdict.isEmpty() ? "checked, in order" : PackCommand.text(verdict.get(0))))
                .toString();
    }
}
