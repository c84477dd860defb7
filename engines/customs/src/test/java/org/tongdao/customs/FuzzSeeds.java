package org.tongdao.customs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Good messages that fuzzing begins with; as a program it writes them into the folder of {@code benchmarks/fuzz}. */
public final class FuzzSeeds {

    private FuzzSeeds() {}

    public static void main(String[] args) throws IOException {
        int number = 0;
        for (var seed : all()) {
            Files.write(Path.of(args[0], "seed" + ++number), seed);
        }
    }

    static List<byte[]> all() {
        var seeds = new ArrayList<byte[]>();
        seeds.add(Envelope.seal(Samples.lists(2), Samples.KEY));
        seeds.add(CebWriter.write(Samples.lists(1)));
        for (var code : List.of("CEB604", "CEB816", "CEB792", "CEB900")) {
            var type = CebCatalogue.official().get(code);
            var document = CebDocument.of(type);
            type.head()
                    .fields()
                    .forEach(f -> document.put(f.name(), f.name().endsWith("Time") ? "20261128120000000" : "1"));
            seeds.add(CebWriter.write(CebMessage.received(Guid.of(code), List.of(document.build()))));
        }
        return seeds;
    }
}
