package org.tongdao.consolidation;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.LoadRules;

/** Whether the problem inside a certificate is one at all: a plan is judged by its own problem, so a support of −1 or a mass of −5 kg would let anything pass. */
final class PlanInput {

    private static final long MOST_G = 1_000_000_000_000L;

    private PlanInput() {}

    static Optional<String> fault(LoadProblem input) {
        return Stream.of(
                        rules(input.rules()),
                        input.fleet().stream().flatMap(PlanInput::offer),
                        input.cargo().stream().flatMap(PlanInput::cargo))
                .flatMap(faults -> faults)
                .findFirst();
    }

    private static Stream<String> rules(LoadRules rules) {
        return Stream.of(
                        share("rules.support", rules.support()),
                        share("rules.maxEccentricity", rules.maxEccentricity()),
                        share("rules.maxHalfShare", rules.maxHalfShare()),
                        when(rules.maxPerMetreG() < 0, "rules.maxPerMetreG " + rules.maxPerMetreG() + " is below 0"))
                .flatMap(faults -> faults);
    }

    private static Stream<String> share(String name, double given) {
        return when(!(given >= 0 && given <= 1), name + " " + given + " is not from 0 to 1");
    }

    private static Stream<String> offer(ContainerOffer offer) {
        var type = offer.type();
        var inner = type.inner();
        boolean sized = IntStream.of(inner.lengthMm(), inner.widthMm(), inner.heightMm())
                .allMatch(LoadProblem::isLength);
        boolean weighs = type.tareG() >= 0 && type.maxGrossG() > type.tareG();
        boolean had = offer.available() >= 1 && offer.cost() >= 0 && Double.isFinite(offer.cost());
        return when(
                !sized || !weighs || !had,
                "container " + type.code() + " needs lengths of 1 to " + LoadProblem.MOST_MM
                        + " mm, a gross above its tare, available from 1 and a cost from 0");
    }

    private static Stream<String> cargo(Cargo c) {
        var name = "cargo " + c.id();
        if (c.sizesMm().size() != 3 || c.upright().size() != 3) {
            return Stream.of(name + " needs three of sizesMm and upright");
        }
        boolean sized = c.sizesMm().stream().allMatch(LoadProblem::isLength);
        boolean weighs = c.grossG() >= 0 && c.grossG() <= MOST_G;
        boolean bears = c.strength().mostOnTopG() >= 0 && c.strength().mostLayers() >= 0;
        return Stream.of(
                        when(!sized, name + " has lengths of 1 to " + LoadProblem.MOST_MM + " mm, not " + c.sizesMm()),
                        when(c.quantity() < 0, name + " has a quantity from 0, not " + c.quantity()),
                        when(!weighs, name + " has a mass from 0 g, not " + c.grossG()),
                        when(!bears, name + " bears 0 or more, not " + c.strength()))
                .flatMap(faults -> faults);
    }

    private static Stream<String> when(boolean faulty, String fault) {
        return faulty ? Stream.of(fault) : Stream.empty();
    }
}
