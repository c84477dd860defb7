package org.tongdao.emulator.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.emulator.WireFolder;
import org.tongdao.emulator.WireName;
import org.tongdao.terms.ContainerNo;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisReader;
import tools.jackson.databind.json.JsonMapper;

/** The application's end of the carrier wire, for tests. */
record CarrierWire(Path folder) {

    CarrierWire {
        new WireFolder(folder, "carrier");
    }

    void handOver(Instant at, String hub, List<Handover.Item> parcels) {
        var container = ContainerNo.of("TDGU", 17).value();
        var handover = new Handover(container, "SL1", hub, at.minusSeconds(3600), Handovers.bags(parcels));
        send(at, handover.key(), new String(JsonMapper.builder().build().writeValueAsBytes(handover), UTF_8));
    }

    void send(Instant at, String key, String content) {
        try {
            var name = new WireName(at, "HANDOVER", key, "json");
            Files.writeString(folder.resolve("carrier/out").resolve(name.fileName()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the carrier jump from answer to answer until {@code end}; returns all events it told, in the order of time. */
    List<EpcisEvent> run(CarrierConduct conduct, Instant end) {
        new Carrier(folder, 7, conduct).deliver(end);
        var events = new ArrayList<EpcisEvent>();
        for (var file : incoming()) {
            if (file.toString().contains("_EPCIS_")) {
                read(file, events);
            }
        }
        return CarrierTest.sorted(events);
    }

    List<Path> incoming() {
        try (var files = Files.list(folder.resolve("carrier/in"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path file, List<EpcisEvent> events) {
        try {
            var findings = EpcisReader.read(new StringReader(Files.readString(file)), file.toString(), events::add);
            if (!findings.isEmpty()) {
                throw new AssertionError(findings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
