package org.tongdao.consolidation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadChecker;
import org.tongdao.loading.LoadFigures;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/** One loaded container with the problem that it answers, from which a third party can judge it again, and the checker's verdict. */
record Stuffed(LoadProblem problem, Loaded loaded, List<Finding> verdict) {

    Stuffed {
        verdict = List.copyOf(verdict);
    }

    /** A load as somebody has made it; the problem is that of its own bags and of no others. */
    static Stuffed of(List<Cargo> bags, ContainerOffer offer, List<Stowed> boxes) {
        var inside = boxes.stream().map(Stowed::cargo).collect(Collectors.toCollection(HashSet::new));
        var own = bags.stream().filter(c -> inside.contains(c.id())).toList();
        var problem = new LoadProblem(offer.type().code(), List.of(offer), own, Stuffing.RULES, List.of(), List.of());
        var loaded = new Loaded(offer, boxes);
        return new Stuffed(problem, loaded, LoadChecker.check(problem, List.of(loaded)));
    }

    boolean mayGo() {
        return verdict.stream().noneMatch(Finding::stops);
    }

    ContainerType type() {
        return loaded.offer().type();
    }

    LoadFigures figures() {
        return LoadFigures.of(problem, loaded);
    }

    Map<String, Long> grossG() {
        return problem.cargo().stream().collect(Collectors.toMap(Cargo::id, Cargo::grossG));
    }
}
