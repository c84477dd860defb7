package org.tongdao.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongdao.emulator.MerchantExport;

/** The order file of a lesson: as a merchant exports it, with test numbers where the lesson wants something to happen. */
final class LessonOrders {

    private static final long FIRST_SEED = 1;

    private static final Pattern NUMBER = Pattern.compile("\\bWT[A-Z0-9]+-(\\d{7})\\b");
    private static final String CALM = "TEST-OK";

    private LessonOrders() {}

    static void write(Path csv, Lesson lesson) {
        faultless(csv, lesson.orders());
        var words = words(lesson);
        try {
            var text = Files.readString(csv);
            Files.writeString(
                    csv,
                    NUMBER.matcher(text)
                            .replaceAll(m -> "L-" + words.get(Integer.parseInt(m.group(1)) - 1) + "-" + m.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + csv, e);
        }
    }

    /** The first file without faults and repetitions: what is practised here is not the wizard. */
    private static void faultless(Path csv, int orders) {
        long seed = FIRST_SEED;
        for (var made = MerchantExport.write(csv, orders, seed); !made.faults().isEmpty() || made.repeated() > 0; ) {
            made = MerchantExport.write(csv, orders, ++seed);
        }
    }

    private static List<String> words(Lesson lesson) {
        var words = new ArrayList<String>();
        lesson.words().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(e -> {
                    for (int i = 0; i < e.getValue(); i++) {
                        words.add(e.getKey());
                    }
                });
        while (words.size() < lesson.orders()) {
            words.add(CALM);
        }
        return words;
    }
}
