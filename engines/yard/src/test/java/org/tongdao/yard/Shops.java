package org.tongdao.yard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Job shops for tests: the public ones of Brandimarte, and random small ones. */
final class Shops {

    private Shops() {}

    static ShopInstance brandimarte(int number) {
        var path = Path.of("../../benchmarks/job-shop/mk%02d.fjs".formatted(number));
        try {
            return ShopFile.read(path.getFileName().toString(), Files.readAllLines(path))
                    .instance()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ShopFile read(String... lines) {
        return ShopFile.read("test.fjs", Arrays.asList(lines));
    }

    static ShopInstance random(int jobs, int operations, int machines, long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<List<ShopInstance.Operation>>();
        for (int j = 0; j < jobs; j++) {
            var job = new ArrayList<ShopInstance.Operation>();
            for (int o = 0; o < operations; o++) {
                int first = random.nextInt(machines);
                int other = (first + 1 + random.nextInt(machines - 1)) % machines;
                job.add(
                        random.nextBoolean()
                                ? new ShopInstance.Operation(List.of(first), List.of(1 + random.nextInt(9)))
                                : new ShopInstance.Operation(
                                        List.of(first, other), List.of(1 + random.nextInt(9), 1 + random.nextInt(9))));
            }
            all.add(job);
        }
        return ShopInstance.of(machines, all);
    }
}
