package org.tongdao.emulator.merchant;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The merchant's assortment: what such trains really carry, in invented shares. */
final class Goods {

    /** One product that was picked, {@code pieces} of it packed together. */
    record Picked(NamedCsvRecord product, String sku, int pieces, ProductSizes.Product packed, BigDecimal priceCny) {
        String get(String column) {
            return product.getField(column);
        }
    }

    private final ProductSizes sizes = ProductSizes.fitted();
    private final List<NamedCsvRecord> all = Tables.read("goods.csv");
    private final Map<String, Weighted<NamedCsvRecord>> byCountry = new HashMap<>();

    Picked draw(String country, RandomGenerator random) {
        var product = byCountry
                .computeIfAbsent(
                        country,
                        c -> Weighted.of(
                                all.stream().filter(p -> goesTo(p, c)).toList(),
                                p -> Integer.parseInt(p.getField("share"))))
                .draw(random);
        int pieces = random.nextInt(10) < 8 ? 1 : 2 + random.nextInt(2);
        var one = sizes.draw(product.getField("category"), Double.parseDouble(product.getField("scale")), random);
        double low = Double.parseDouble(product.getField("price_min_cny"));
        double high = Double.parseDouble(product.getField("price_max_cny"));
        var price = BigDecimal.valueOf(low + (high - low) * random.nextDouble()).setScale(2, RoundingMode.HALF_UP);
        var sku = "%s-%s-%03d"
                .formatted(
                        product.getField("category").substring(0, 2).toUpperCase(java.util.Locale.ROOT),
                        product.getField("hs").substring(0, 6),
                        random.nextInt(400));
        return new Picked(product, sku, pieces, pack(one, pieces), price);
    }

    private static boolean goesTo(NamedCsvRecord product, String country) {
        var only = Tables.list(product, "only");
        return only.isEmpty() || only.contains(country);
    }

    /** Pieces lie on each other; what would get too heavy stays a single piece's weight times what a parcel takes. */
    private static ProductSizes.Product pack(ProductSizes.Product one, int pieces) {
        int grams = Math.min(9_000, one.grams() * pieces);
        int height = Math.min(60, one.shortCm() * pieces);
        int[] sides = {one.longCm(), one.middleCm(), height};
        java.util.Arrays.sort(sides);
        return new ProductSizes.Product(grams, sides[2], sides[1], sides[0]);
    }
}
