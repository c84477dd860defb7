package org.tongdao.console.load;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongdao.consolidation.LoadView;
import org.tongdao.loading.LoadProblem.Stowed;

/** One layer of a load from above, front wall at the left and door at the right; what bears it is grey. */
final class LayerDrawing {

    private static final int EDGE = 120;
    private static final int SIGN = 210;

    private LayerDrawing() {}

    static String svg(LoadView view, int layer) {
        var inner = view.type().inner();
        var order = order(view.boxes());
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%d %d %d %d\" font-family=\"sans-serif\" font-size=\"%d\">",
                -EDGE,
                -EDGE,
                inner.lengthMm() + 2 * EDGE,
                inner.widthMm() + 2 * EDGE,
                SIGN));
        svg.append(rect(0, 0, inner.lengthMm(), inner.widthMm(), "#ffffff", "#444444", 24));
        if (layer > 0) {
            view.layers()
                    .get(layer - 1)
                    .forEach(b -> svg.append(rect(b.x(), b.y(), b.dx(), b.dy(), "#e4e4e4", "#c8c8c8", 8)));
        }
        for (var b : view.layers().get(layer)) {
            svg.append(rect(b.x(), b.y(), b.dx(), b.dy(), "#cfe3f4", "#0b4f82", 14));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                    b.x() + b.dx() / 2,
                    b.y() + b.dy() / 2 + SIGN / 3,
                    order.getOrDefault(b, 0)));
        }
        return svg.append("</svg>").toString();
    }

    private static Map<Stowed, Integer> order(List<Stowed> boxes) {
        var order = new HashMap<Stowed, Integer>();
        boxes.forEach(b -> order.put(b, order.size() + 1));
        return order;
    }

    private static String rect(int x, int y, int dx, int dy, String fill, String stroke, int line) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>",
                x,
                y,
                dx,
                dy,
                fill,
                stroke,
                line);
    }
}
