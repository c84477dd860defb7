package org.tongdao.console.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongdao.dispatch.WhatIfCase;
import org.tongdao.yard.YardComparison.Interval;
import org.tongdao.yard.YardComparison.Measure;

/**
 * The differences to the baseline of one measure as dots with 95 % intervals, in pixels of a drawing {@link #WIDTH} wide.
 *
 * @param zero where no difference is
 */
record WhatIfChart(String measure, double zero, int height, List<Dot> dots, List<Tick> ticks) {

    static final int WIDTH = 560;
    private static final int LEFT = 210;
    private static final int RIGHT = 548;
    private static final int ROW = 30;

    /** One variant. */
    record Dot(String changes, int y, double x, double from, double until, boolean sure) {}

    record Tick(double x, String text) {}

    /** One chart for each measure of the variants that are answered. */
    static List<WhatIfChart> of(WhatIfCase asked) {
        var names = asked.variants().stream()
                .flatMap(v -> v.answer().stream())
                .flatMap(a -> a.measures().stream())
                .map(Measure::name)
                .distinct()
                .toList();
        return names.stream().map(n -> of(n, asked)).toList();
    }

    private record Named(String changes, Interval change) {}

    private static WhatIfChart of(String measure, WhatIfCase asked) {
        var named = new ArrayList<Named>();
        for (var variant : asked.variants()) {
            variant.answer().stream()
                    .flatMap(a -> a.measures().stream())
                    .filter(m -> m.name().equals(measure))
                    .forEach(m -> named.add(new Named(variant.changes(), m.difference())));
        }
        double low = Math.min(
                0,
                named.stream()
                        .mapToDouble(n -> n.change().mean() - n.change().plusMinus())
                        .min()
                        .orElse(0));
        double high = Math.max(
                0,
                named.stream()
                        .mapToDouble(n -> n.change().mean() + n.change().plusMinus())
                        .max()
                        .orElse(0));
        high = high > low ? high : 1;
        double step = step(high - low);
        double from = Math.floor(low / step) * step;
        double perUnit = (RIGHT - LEFT) / Math.max(step, Math.ceil(high / step) * step - from);
        var ticks = new ArrayList<Tick>();
        for (long n = Math.round(from / step); n * step <= high + step * 0.999; n++) {
            ticks.add(new Tick(x(n * step, from, perUnit), number(n * step, step)));
        }
        var dots = new ArrayList<Dot>();
        for (var n : named) {
            double mean = n.change().mean();
            double pm = n.change().plusMinus();
            dots.add(new Dot(
                    n.changes(),
                    dots.size() * ROW + ROW,
                    x(mean, from, perUnit),
                    x(mean - pm, from, perUnit),
                    x(mean + pm, from, perUnit),
                    n.change().isSure()));
        }
        return new WhatIfChart(measure, x(0, from, perUnit), dots.size() * ROW + ROW + 18, dots, ticks);
    }

    private static double x(double value, double from, double perUnit) {
        return Math.round(10 * (LEFT + (value - from) * perUnit)) / 10.0;
    }

    /** A round step that makes four to eight of a width. */
    private static double step(double width) {
        double rough = Math.max(1e-6, width) / 5;
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (rough <= ten * factor) {
                return ten * factor;
            }
        }
        return ten * 10;
    }

    private static String number(double value, double step) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        var text = String.format(Locale.ROOT, "%+." + Math.min(6, decimals) + "f", value);
        return text.matches("[+-]0(\\.0+)?") ? "0" : text;
    }
}
