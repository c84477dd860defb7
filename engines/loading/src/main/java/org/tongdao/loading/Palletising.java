package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/**
 * Boxes onto the fewest pallets. A pallet holds boxes of one stop, one group and one kind, so that it can be loaded, separated and taken out like one box; layers
 * are turned against each other where that ties them together and breaks no rule.
 */
public final class Palletising {

    private Palletising() {}

    /** @param leftOut one finding per cargo of which boxes fit on no pallet, as in {@link LoadAnswer} */
    public record Pallets(List<PalletLoad> pallets, List<Finding> leftOut) {}

    /** @param limits for each sorting of boxes */
    public static Pallets load(List<Cargo> cargo, Pallet pallet, LoadRules rules, PackLimits limits) {
        Map<Cargo.Sorting, List<Cargo>> sorted = new LinkedHashMap<>();
        cargo.forEach(
                c -> sorted.computeIfAbsent(c.sorting(), s -> new ArrayList<>()).add(c));
        var loads = new ArrayList<PalletLoad>();
        var left = new ArrayList<Finding>();
        sorted.forEach((sorting, some) -> {
            var bare = some.stream().map(c -> c.with(Cargo.Sorting.NONE)).toList();
            var problem = LoadProblem.of("pallet", pallet.room(), bare, rules.onPallet());
            var answer = Loading.all(problem, limits);
            for (var one : answer.containers()) {
                var no = "pallet " + (loads.size() + 1);
                loads.add(tied(new PalletLoad(no, pallet, sorting, problem, one.boxes())));
            }
            left.addAll(answer.leftOut());
        });
        return new Pallets(List.copyOf(loads), List.copyOf(left));
    }

    /** Layer by layer from below, each mirrored the way that makes most boxes stand on two or more. */
    private static PalletLoad tied(PalletLoad load) {
        var best = load;
        var layers = layers(load.boxes());
        for (int i = 1; i < layers.size(); i++) {
            var plain = layers.get(i);
            for (int turn = 1; turn <= 3; turn++) {
                layers.set(i, mirrored(plain, turn % 2 == 1, turn >= 2));
                var boxes = layers.stream().flatMap(List::stream).toList();
                var candidate = load.with(LoadOrder.of(boxes));
                if (candidate.interlock() > best.interlock()
                        && candidate.check().isEmpty()) {
                    best = candidate;
                    plain = layers.get(i);
                }
            }
            layers.set(i, plain);
        }
        return best;
    }

    /** Boxes between heights that no box reaches across. */
    private static List<List<Stowed>> layers(List<Stowed> boxes) {
        var layers = new ArrayList<List<Stowed>>();
        int reach = 0;
        for (var box : boxes.stream().sorted(Comparator.comparingInt(Stowed::z)).toList()) {
            if (layers.isEmpty() || box.z() >= reach) {
                layers.add(new ArrayList<>());
            }
            layers.get(layers.size() - 1).add(box);
            reach = Math.max(reach, box.z() + box.dz());
        }
        return layers;
    }

    private static List<Stowed> mirrored(List<Stowed> layer, boolean along, boolean across) {
        int x = layer.stream().mapToInt(Stowed::x).min().orElse(0)
                + layer.stream().mapToInt(b -> b.x() + b.dx()).max().orElse(0);
        int y = layer.stream().mapToInt(Stowed::y).min().orElse(0)
                + layer.stream().mapToInt(b -> b.y() + b.dy()).max().orElse(0);
        return layer.stream()
                .map(b -> new Stowed(
                        b.cargo(),
                        along ? x - b.x() - b.dx() : b.x(),
                        across ? y - b.y() - b.dy() : b.y(),
                        b.z(),
                        b.dx(),
                        b.dy(),
                        b.dz()))
                .toList();
    }
}
