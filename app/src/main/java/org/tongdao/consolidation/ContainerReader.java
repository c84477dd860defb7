package org.tongdao.consolidation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadProblem;
import org.tongdao.platform.Members;
import org.tongdao.platform.Members.Kind;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;
import org.tongdao.terms.Size;
import tools.jackson.databind.JsonNode;

/** One element of {@code containers}: a type of the table or one with sizes of its own, how many there are and what one costs. */
final class ContainerReader {

    private static final String RULE = "PACK-CONTAINER";
    private static final double MOST_COST = 1e9;
    private static final double MOST_KG = 1e6;
    private static final double USUAL_GROSS_KG = 30_480;
    private static final List<String> LENGTHS = List.of("length_mm", "width_mm", "height_mm");
    private static final List<String> OWN =
            List.of("width_mm", "height_mm", "door_width_mm", "door_height_mm", "tare_kg", "max_gross_kg");
    private static final Members MEMBERS = new Members(Map.of(
            "type", Kind.TEXT,
            "length_mm", Kind.WHOLE,
            "width_mm", Kind.WHOLE,
            "height_mm", Kind.WHOLE,
            "door_width_mm", Kind.WHOLE,
            "door_height_mm", Kind.WHOLE,
            "tare_kg", Kind.NUMBER,
            "max_gross_kg", Kind.NUMBER,
            "available", Kind.WHOLE,
            "cost", Kind.NUMBER));

    private final Place place;
    private final String path;
    private final JsonNode node;
    private final List<Finding> findings;

    /** @param path such as {@code containers[1]} */
    ContainerReader(Place place, String path, JsonNode node, List<Finding> findings) {
        this.place = place;
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    /** None, with a finding, when it cannot be. */
    Optional<ContainerOffer> read() {
        findings.addAll(MEMBERS.unknown("PACK-FIELD", Severity.ERROR, place, path, node));
        var wrong = MEMBERS.wrong(RULE, place, path, node, "The container is left out.");
        findings.addAll(wrong);
        return wrong.isEmpty() && isOneOrTheOther() ? offer() : Optional.empty();
    }

    private Optional<ContainerOffer> offer() {
        var type = type();
        int available = has("available") ? node.path("available").asInt() : Integer.MAX_VALUE;
        boolean costs = !has("cost") || isFrom0(node.path("cost").asDouble(), MOST_COST);
        if (type.isEmpty() || available < 1 || !costs) {
            findings.add(
                    Finding.error(
                            RULE,
                            place,
                            node.toString(),
                            "Name a type of containers.csv or give sizes of 1 to " + LoadProblem.MOST_MM
                                    + " mm, a door above 0 and a gross above the tare, available 1 or more, cost 0 or more; it is left out."));
            return Optional.empty();
        }
        double cost =
                has("cost") ? node.path("cost").asDouble() : type.get().inner().volumeMm3() / 1e9;
        return Optional.of(new ContainerOffer(type.get(), available, cost));
    }

    private Optional<ContainerType> type() {
        var code = has("type") ? node.path("type").asString() : "";
        return has("length_mm") ? own(code) : Fleet.plate(code);
    }

    /** A gross mass or width beside a type of the table would not be regarded. */
    private boolean isOneOrTheOther() {
        var idle = OWN.stream().filter(k -> !has("length_mm") && has(k)).findFirst();
        idle.ifPresent(
                k -> findings.add(
                        Finding.error(
                                RULE,
                                place,
                                path + "." + k + " " + node.path(k),
                                "It goes with length_mm, width_mm and height_mm; a type of containers.csv has its own. The container is left out.")));
        return idle.isEmpty();
    }

    private Optional<ContainerType> own(String code) {
        var mm = LENGTHS.stream().map(k -> node.path(k).asInt(0)).toList();
        double tare = has("tare_kg") ? node.path("tare_kg").asDouble() : 0;
        double gross = has("max_gross_kg") ? node.path("max_gross_kg").asDouble() : USUAL_GROSS_KG;
        var door = new ContainerType.Door(within("door_width_mm", mm.get(1)), within("door_height_mm", mm.get(2)));
        boolean sound = mm.stream().allMatch(LoadProblem::isLength)
                && door.widthMm() > 0
                && door.heightMm() > 0
                && Stream.of(tare, gross).allMatch(kg -> isFrom0(kg, MOST_KG))
                && Math.round(1000 * gross) > Math.round(1000 * tare);
        return sound
                ? Optional.of(new ContainerType(
                        code,
                        new Size(mm.get(0), mm.get(1), mm.get(2)),
                        door,
                        Math.round(1000 * tare),
                        Math.round(1000 * gross)))
                : Optional.empty();
    }

    /** A door is as wide and high as the container where nothing else is said, and never wider or higher. */
    private int within(String key, int inner) {
        return has(key) ? Math.min(inner, node.path(key).asInt()) : inner;
    }

    private boolean has(String key) {
        return node.hasNonNull(key);
    }

    private static boolean isFrom0(double value, double most) {
        return value >= 0 && value <= most;
    }
}
