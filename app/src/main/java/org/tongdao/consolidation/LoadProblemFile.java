package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadRules;
import org.tongdao.platform.Members;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.core.JacksonException;

/** A loading problem in JSON or CSV as docs/formats/pack.md describes it; what is wrong with it is told, what is right is kept. */
record LoadProblemFile(Optional<LoadProblem> problem, List<Finding> findings) {

    static LoadProblemFile json(String name, String text) {
        var findings = new ArrayList<Finding>();
        try {
            var root = Members.JSON.readTree(text);
            return new LoadProblemReader(name, findings).read(root);
        } catch (JacksonException e) {
            var message = e.getOriginalMessage();
            findings.add(Finding.error("PACK-LINE", Place.row(name, line(e)), message, Members.advice(message)));
            return new LoadProblemFile(Optional.empty(), findings);
        }
    }

    private static long line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    /** A CSV file knows boxes only; they travel in {@code fleet} under the rules of the CTU Code, maybe with another share of {@code support}. */
    static LoadProblemFile csv(String name, String text, List<ContainerOffer> fleet, double support) {
        var findings = new ArrayList<Finding>();
        var cargo = distinct(new CargoCsv(name, findings).read(text), name, findings);
        var rules = LoadRules.CTU.withSupport(support);
        var problem = new LoadProblem(name, fleet, cargo, rules, List.of(), List.of());
        return new LoadProblemFile(cargo.isEmpty() ? Optional.empty() : Optional.of(problem), findings);
    }

    static List<Cargo> distinct(List<Cargo> cargo, String name, List<Finding> findings) {
        var seen = new java.util.HashSet<String>();
        var kept = new ArrayList<Cargo>();
        for (var c : cargo) {
            if (seen.add(c.id())) {
                kept.add(c);
            } else {
                findings.add(Finding.error(
                        "PACK-ID", Place.of(name), c.id(), "Two cargoes have this id; the second is left out."));
            }
        }
        return kept;
    }
}
