package org.tongdao.emulator.merchant;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Weights and sizes of products: weight and volume are lognormal and correlated, so are the longest and the shortest side relative to the cube of that
 * volume. The parameters per category were fitted by moments to 27,604 real products (sizes.csv holds only them).
 */
final class ProductSizes {

    private static final double HEAVIEST_G = 9_000;
    private static final double LIGHTEST_G = 15;

    /** One packed product. */
    record Product(int grams, int longCm, int middleCm, int shortCm) {}

    private record Fit(
            double gMean,
            double gSd,
            double vMean,
            double vSd,
            double rho,
            double aMean,
            double aSd,
            double cMean,
            double cSd) {}

    private final Map<String, Fit> fits;

    private ProductSizes(Map<String, Fit> fits) {
        this.fits = fits;
    }

    static ProductSizes fitted() {
        return new ProductSizes(Tables.read("sizes.csv").stream()
                .collect(Collectors.toMap(r -> r.getField("category"), ProductSizes::fit)));
    }

    private static Fit fit(NamedCsvRecord r) {
        return new Fit(
                number(r, "ln_g_mean"),
                number(r, "ln_g_sd"),
                number(r, "ln_cm3_mean"),
                number(r, "ln_cm3_sd"),
                number(r, "correlation"),
                number(r, "ln_long_mean"),
                number(r, "ln_long_sd"),
                number(r, "ln_short_mean"),
                number(r, "ln_short_sd"));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** @param scale of weight and volume against the category's usual product */
    Product draw(String category, double scale, RandomGenerator random) {
        var fit = fits.get(category);
        if (fit == null) {
            throw new IllegalArgumentException("no sizes of '" + category + "' among " + fits.keySet());
        }
        double z = random.nextGaussian();
        double y = fit.rho() * z + Math.sqrt(1 - fit.rho() * fit.rho()) * random.nextGaussian();
        double grams = between(LIGHTEST_G, Math.exp(fit.gMean() + fit.gSd() * z) * scale, HEAVIEST_G);
        double volume = Math.exp(fit.vMean() + fit.vSd() * y) * scale;
        volume = between(grams / 2.5, volume, grams * 60);
        double cube = Math.cbrt(volume);
        double a = between(5, cube * Math.exp(fit.aMean() + fit.aSd() * random.nextGaussian()), 60);
        double c = between(2, cube * Math.exp(fit.cMean() + fit.cSd() * random.nextGaussian()), 40);
        double b = between(c, volume / (a * c), 45);
        return new Product((int) Math.round(grams), side(Math.max(a, b)), side(Math.min(a, b)), side(c));
    }

    private static int side(double cm) {
        return (int) Math.max(2, Math.ceil(cm));
    }

    private static double between(double low, double value, double high) {
        return Math.max(low, Math.min(value, high));
    }
}
