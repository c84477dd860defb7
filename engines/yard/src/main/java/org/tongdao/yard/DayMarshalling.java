package org.tongdao.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Whether the trains of a day may leave as they are made up on the other gauge, asked of those whose wagons the day has: waybills, wagons, axles and brakes by
 * {@link Marshalling}, the boxes that were to be lifted, and a departure track long enough. Of the others it is said that nobody asked.
 */
public final class DayMarshalling {

    private DayMarshalling() {}

    /** Findings; {@code made} are trains of the question by their ids, others are findings. */
    public static List<Finding> check(DayQuestion question, List<OnwardTrain> made, MarshallingRules rules) {
        var findings = new ArrayList<Finding>();
        for (var onward : made) {
            var train = question.trains().stream()
                    .filter(t -> t.id().equals(onward.id()) && t.changesGauge())
                    .findFirst();
            if (train.isEmpty()) {
                findings.add(Finding.error(
                        "YARD-TRAIN",
                        Place.of("wagons"),
                        onward.id(),
                        "No such train changes wagons here. Maybe the file is named after another."));
            } else {
                findings.addAll(Marshalling.check(onward, rules));
                boxes(train.get(), onward, findings);
                length(question.layout(), onward, findings);
            }
        }
        return List.copyOf(findings);
    }

    /** Boxes that are pulled may be missing, no others. */
    private static void boxes(DayTrain train, OnwardTrain onward, List<Finding> findings) {
        int on = onward.wagons().stream().mapToInt(w -> w.boxes().size()).sum();
        long pulled = train.inspections().stream()
                .filter(i -> i.pulled() && i.container() > 0)
                .map(DayTrain.Inspection::container)
                .distinct()
                .count();
        if (on > train.containers() || on < train.containers() - pulled) {
            findings.add(Finding.error(
                    "YARD-BOXES",
                    Place.of(train.id()),
                    on + " boxes",
                    train.containers() + " came, of which " + pulled + " may be pulled. Maybe a wagon is missing."));
        }
    }

    private static void length(YardLayout layout, OnwardTrain onward, List<Finding> findings) {
        boolean fits = layout.units(YardResource.DEPARTURE_TRACK).stream()
                .anyMatch(u -> u.lengthM() == 0 || 1_000L * u.lengthM() >= onward.lengthMm());
        if (!fits) {
            findings.add(Finding.error(
                    "YARD-LENGTH",
                    Place.of(onward.id()),
                    onward.lengthMm() / 1_000 + " m",
                    "Every departure track is shorter than the train made up. Leave wagons for the next train."));
        }
    }

    /** Says of which trains nobody asked; empty when all that change wagons were asked. */
    public static Optional<Finding> unasked(DayQuestion question, List<OnwardTrain> made) {
        var known = made.stream().map(OnwardTrain::id).collect(Collectors.toSet());
        var open = question.trains().stream()
                .filter(t -> t.changesGauge() && !known.contains(t.id()))
                .map(DayTrain::id)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        "YARD-UNASKED",
                        Place.of("marshalling"),
                        open.size() + " of " + question.trains().size() + " trains",
                        "Their wagons on the other gauge are not given, so the next railway's wagon, axle and brake rules were not asked: "
                                + open.get(0) + (open.size() == 1 ? "." : " …")));
    }
}
