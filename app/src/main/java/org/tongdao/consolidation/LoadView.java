package org.tongdao.consolidation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadFigures;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/**
 * How a container is loaded, or is to be.
 *
 * @param bags all that are in it
 * @param boxes those with a place, in loading order
 * @param verdict what the checker says of the boxes as they stand
 * @param history of its plans, newest first
 */
public record LoadView(
        Head head,
        ContainerType type,
        List<LoadBag> bags,
        List<Stowed> boxes,
        LoadFigures figures,
        List<Finding> verdict,
        List<LoadVersion> history) {

    /** @param open people may load it by hand; it has no seal yet */
    public record Head(
            long id, String containerNo, String typeCode, String hub, String regime, String sealNo, boolean open) {}

    public int version() {
        return history.isEmpty() ? 0 : history.get(0).version();
    }

    public Map<String, LoadBag> bySscc() {
        return bags.stream().collect(Collectors.toMap(LoadBag::sscc, Function.identity()));
    }

    /** In the container, but without a place in the plan. */
    public List<LoadBag> unplaced() {
        var placed = boxes.stream().map(Stowed::cargo).collect(Collectors.toSet());
        return bags.stream().filter(b -> !placed.contains(b.sscc())).toList();
    }

    /** From the floor up: a box lies one layer above the highest that it stands on. */
    public List<List<Stowed>> layers() {
        return LoadLayers.of(boxes);
    }
}
