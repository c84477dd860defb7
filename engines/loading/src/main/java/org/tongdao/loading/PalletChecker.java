package org.tongdao.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.LoadAccount.Left;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Size;

/** Judges loaded pallets against all that was offered to them: each by {@link LoadChecker}, and that no box is lost, on two, or weighed otherwise than offered. */
public final class PalletChecker {

    private final Pallet pallet;
    private final List<Cargo> offered;
    private final List<Finding> findings = new ArrayList<>();

    private PalletChecker(Pallet pallet, List<Cargo> offered) {
        this.pallet = pallet;
        this.offered = offered;
    }

    /**
     * What is wrong; empty when the pallets may go.
     *
     * @param offered every cargo as it was before any went on a pallet
     * @param rules of the problem; on a pallet they are {@link LoadRules#onPallet()}
     * @param notPut what is told to be on no pallet
     */
    public static List<Finding> check(
            Pallet pallet, List<Cargo> offered, LoadRules rules, List<PalletLoad> loads, List<Left> notPut) {
        var checker = new PalletChecker(pallet, offered);
        Map<String, Integer> used = new HashMap<>();
        for (var load : loads) {
            checker.one(load, rules.onPallet());
            load.boxes().forEach(b -> used.merge(b.cargo(), 1, Integer::sum));
        }
        for (var c : offered) {
            int n = used.getOrDefault(c.id(), 0);
            if (n > c.quantity()) {
                var maybe = "Only " + c.quantity() + " were offered to all pallets.";
                checker.say("LOAD-QUANTITY", c.id(), n + " boxes", maybe);
            }
        }
        checker.findings.addAll(LoadAccount.check(offered, used, notPut));
        return List.copyOf(checker.findings);
    }

    private void one(PalletLoad load, LoadRules rules) {
        var problem = load.problem();
        var own = offered.stream()
                .filter(c -> c.sorting().equals(load.sorting()))
                .map(c -> c.with(Cargo.Sorting.NONE))
                .toList();
        if (!problem.cargo().equals(own)) {
            say("UNIT-OFFER", load.no(), "cargo", "It is not what was offered of its stop, group and kind.");
        }
        if (!problem.rules().equals(rules)
                || !problem.standing().isEmpty()
                || !problem.reserved().isEmpty()) {
            say("UNIT-OFFER", load.no(), "rules", "They are not those that hold on a pallet here.");
        }
        boolean ofKind =
                problem.fleet().size() == 1 && room(problem.fleet().get(0).type());
        if (!ofKind) {
            say("UNIT-OFFER", load.no(), "fleet", "It is not one pallet of the kind told: " + pallet + ".");
            return;
        }
        var asOffered = new LoadProblem(load.no(), problem.fleet(), own, rules, List.of(), List.of());
        LoadChecker.check(asOffered, List.of(new Loaded(problem.fleet().get(0), load.boxes())))
                .forEach(f -> findings.add(new Finding(
                        f.rule(),
                        f.severity(),
                        Place.of(load.no() + ", " + f.place().source()),
                        f.value(),
                        f.maybe())));
    }

    private boolean room(ContainerType type) {
        var inner = new Size(
                pallet.lengthMm() + 2 * pallet.overhangMm(),
                pallet.widthMm() + 2 * pallet.overhangMm(),
                pallet.maxHeightMm() - pallet.deckMm());
        return type.inner().equals(inner) && type.tareG() == pallet.tareG() && type.maxGrossG() == pallet.maxGrossG();
    }

    private void say(String rule, String where, String value, String maybe) {
        findings.add(Finding.error(rule, Place.of(where), value, maybe));
    }
}
