package org.tongdao.emulator.rail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongdao.emulator.WireFolder;
import org.tongdao.emulator.WireName;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.WagonNo;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;
import tools.jackson.databind.json.JsonMapper;

/** The application's end of the rail wire, for tests: one chain of trains with the same containers. */
record Orders(Path folder, int containers) {

    Orders {
        new WireFolder(folder, "rail");
    }

    /** A train of the chain; {@code previous} and {@code next} are train numbers, empty at the ends. */
    TrainOrder train(String no, String from, String to, Instant departure, String previous, String next) {
        var wagons = new ArrayList<TrainOrder.Wagon>();
        var before = new LinkedHashMap<String, String>();
        var after = new LinkedHashMap<String, String>();
        for (int n = 0; n < containers; n++) {
            var box = ContainerNo.of("TDGU", 100 + n).value();
            var wagon = WagonNo.of(String.format("%03d%08d", 313 + no.charAt(1) % 7, n))
                    .value();
            wagons.add(new TrainOrder.Wagon(
                    n + 1, wagon, "X70", List.of(new TrainOrder.Box(box, "40HC", "SL" + n, "WAW", 1))));
            if (!previous.isEmpty()) {
                before.put(box, previous);
            }
            after.put(box, next.isEmpty() ? "WAW" : next);
        }
        return new TrainOrder(
                no, 1435, from, to, List.of(), departure, departure.plus(Duration.ofDays(2)), wagons, before, after);
    }

    void send(Instant at, TrainOrder order) {
        send(at, order.trainNo(), new String(JsonMapper.shared().writeValueAsBytes(order), UTF_8));
    }

    void send(Instant at, String key, String content) {
        try {
            Files.writeString(
                    folder.resolve("rail/out").resolve(new WireName(at, "TRAIN", key, "json").fileName()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File names with contents of everything that came back. */
    Map<String, String> incoming() {
        try (var files = Files.list(folder.resolve("rail/in"))) {
            var contents = new TreeMap<String, String>();
            for (var file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<EpcisEvent> events() {
        var events = new ArrayList<EpcisEvent>();
        incoming().forEach((name, content) -> {
            if (name.contains("_EPCIS_")) {
                var findings = EpcisReader.read(new StringReader(content), name, events::add);
                if (!findings.isEmpty()) {
                    throw new AssertionError(findings);
                }
            }
        });
        events.sort(EpcisEvent.IN_TIME);
        return events;
    }
}
