package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.LoadProblem.Stowed;

/** The layers of a load as a crew sees them: what stands on the floor, what stands on that, and so on. */
final class LoadLayers {

    private LoadLayers() {}

    static List<List<Stowed>> of(List<Stowed> boxes) {
        Map<Stowed, Integer> layer = new HashMap<>();
        var layers = new ArrayList<List<Stowed>>();
        for (var box : boxes.stream().sorted(Comparator.comparingInt(Stowed::z)).toList()) {
            int below = boxes.stream()
                    .filter(b -> b.z() + b.dz() == box.z() && isUnder(b, box))
                    .mapToInt(b -> layer.getOrDefault(b, 0))
                    .max()
                    .orElse(-1);
            layer.put(box, below + 1);
        }
        for (var box : boxes) {
            int at = layer.getOrDefault(box, 0);
            while (layers.size() <= at) {
                layers.add(new ArrayList<>());
            }
            layers.get(at).add(box);
        }
        return layers;
    }

    private static boolean isUnder(Stowed below, Stowed above) {
        return below.x() < above.x() + above.dx()
                && above.x() < below.x() + below.dx()
                && below.y() < above.y() + above.dy()
                && above.y() < below.y() + below.dy();
    }
}
