package org.tongdao.console.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tongdao.consolidation.LoadBag;
import org.tongdao.consolidation.LoadView;
import org.tongdao.loading.LoadFigures;

/** A load as the page and the browser's view show it. */
final class LoadPage {

    private LoadPage() {}

    /** A bag in its place; {@code at} and {@code size} as x, y, z in millimetres. */
    record Box(
            int seq,
            String bag,
            String hub,
            String regime,
            String consignee,
            double grossKg,
            int parcels,
            int[] at,
            int[] size) {}

    record Plan(
            String no,
            String type,
            int[] inside,
            boolean open,
            int version,
            double maxKg,
            List<Box> boxes,
            List<Box> unplaced) {}

    /** One bar: where a value lies against its limits, all in percent of the bar. */
    record Bar(String name, String value, double from, double at, double to, boolean within) {}

    static Plan plan(LoadView view) {
        var inner = view.type().inner();
        return new Plan(
                view.head().containerNo(),
                view.type().code(),
                new int[] {inner.lengthMm(), inner.widthMm(), inner.heightMm()},
                view.head().open(),
                view.version(),
                view.type().payloadG() / 1000.0,
                boxes(view),
                view.unplaced().stream()
                        .map(b -> box(0, b, new int[3], size(b)))
                        .toList());
    }

    static List<Box> boxes(LoadView view) {
        var bags = view.bySscc();
        var boxes = new ArrayList<Box>();
        for (var b : view.boxes()) {
            boxes.add(box(
                    boxes.size() + 1,
                    Objects.requireNonNull(bags.get(b.cargo())),
                    new int[] {b.x(), b.y(), b.z()},
                    new int[] {b.dx(), b.dy(), b.dz()}));
        }
        return boxes;
    }

    private static int[] size(LoadBag b) {
        return new int[] {b.lengthMm(), b.widthMm(), b.heightMm()};
    }

    private static Box box(int seq, LoadBag b, int[] at, int[] size) {
        return new Box(seq, b.sscc(), b.hub(), b.regime(), b.consignee(), b.grossG() / 1000.0, b.parcels(), at, size);
    }

    /** Centre of gravity against the CTU Code: ±5 % of length and width, 60 % in half the length. */
    static List<Bar> bars(LoadFigures f) {
        double half = Math.max(f.frontShare(), 1 - f.frontShare());
        return List.of(
                centre("along", f.eccentricityX()),
                centre("across", f.eccentricityY()),
                new Bar("half", percent(half), 0, 100 * half, 60, half <= 0.6 + 1e-6 || f.boxes() == 0),
                new Bar("payload", percent(f.payloadShare()), 0, 100 * f.payloadShare(), 100, f.payloadShare() <= 1));
    }

    /** The bar shows ±15 % about the middle. */
    private static Bar centre(String name, double off) {
        double at = 50 + Math.max(-15, Math.min(15, 100 * off)) / 15 * 50;
        double limit = 5.0 / 15 * 50;
        return new Bar(name, percent(off), 50 - limit, at, 50 + limit, Math.abs(off) <= 0.05 + 1e-6);
    }

    private static String percent(double share) {
        return Math.round(1000 * share) / 10.0 + " %";
    }
}
