package org.tongdao.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Trust;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadChecker;
import org.tongdao.loading.LoadProblem;
import org.tongdao.visibility.EpcisLines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything {@code ship} leaves in its folder, file by file, against the formats in docs/formats. */
class ShipOutputsIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static Path out = Path.of("");
    private static JsonNode summary = JSON.nullNode();

    @BeforeAll
    static void shipTheSmallExample() throws Exception {
        out = ShipProcess.undisturbed();
        summary = json(out.resolve("summary.json"));
    }

    @Test
    void everyParcelThatCustomsReleasedEndsAtTheDoorOrComesBack() {
        var parcels = summary.get("parcels");
        assertThat(parcels.get("declared")).isEqualTo(parcels.get("parcels"));
        assertThat(parcels.get("sealed")).isEqualTo(parcels.get("cleared"));
        assertThat(parcels.get("railed")).isEqualTo(parcels.get("cleared"));
        assertThat(parcels.get("arrived")).isEqualTo(parcels.get("cleared"));
        assertThat(n(parcels, "delivered") + n(parcels, "returned")).isEqualTo(n(parcels, "cleared"));
    }

    @Test
    void everyRowOfTheFileIsAnsweredFor() throws IOException {
        var file = summary.get("file");
        assertThat(n(file, "accepted") + n(file, "rejected") + n(file, "duplicate"))
                .isEqualTo(n(file, "total_rows"));
        var named = lines("findings.csv")
                .skip(1)
                .map(ShipOutputsIT::lineNumber)
                .distinct()
                .count();
        assertThat(named).isEqualTo(n(file, "rejected") + n(file, "duplicate"));
    }

    @Test
    void everyParcelHasALabelInBothForms() throws IOException {
        int parcels = n(summary.get("parcels"), "parcels");
        try (var pdf = Loader.loadPDF(out.resolve("labels.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(parcels);
        }
        assertThat(lines("labels.zpl").filter(l -> l.contains("^XA")).count()).isEqualTo(parcels);
    }

    @Test
    void theDeclarationsHoldAsMessagesAndAsSignedPapers() throws IOException {
        var types = new TreeSet<String>();
        for (var file : files("declarations")) {
            var opened = Envelope.open(file.toString(), Files.readAllBytes(file), Trust.whoeverSigned(), Instant.now());
            assertThat(opened.findings()).as(file.toString()).isEmpty();
            types.add(file.getFileName().toString().split("_")[1]);
        }
        assertThat(types).containsExactly("CEB303", "CEB505", "CEB603", "CEB607");
    }

    @Test
    void theDeclarationsAreValidByTheOfficialSchema() throws Exception {
        var schema = OfficialExportSchema.find();
        assumeTrue(schema.isPresent(), "the official schemas are not beside this checkout");
        for (var file : files("declarations")) {
            assertThat(schema.orElseThrow().complaint(file)).isEmpty();
        }
    }

    @Test
    void theReceiptsAreRealReceipts() throws IOException {
        var types = new TreeSet<String>();
        for (var file : files("receipts")) {
            var reading = CebReader.read(file.toString(), Files.readAllBytes(file));
            types.add(reading.message().orElseThrow().type().code());
        }
        assertThat(types).contains("CEB304", "CEB506", "CEB604", "CEB608");
    }

    @Test
    void everyLoadPlanIsACertificateThatStandsUpToTheChecker() throws IOException {
        int bags = 0;
        for (var file : files("load-plans")) {
            var written = json(file);
            var problem = JSON.treeToValue(written.get("input"), LoadProblem.class);
            var loaded = JSON.treeToValue(written.get("containers").get(0), Loaded.class);
            assertThat(LoadChecker.check(problem, List.of(loaded)))
                    .as(file.toString())
                    .isEmpty();
            assertThat(loaded.boxes()).hasSize(written.get("placements").size());
            assertThat(n(written, "grossG") - loaded.offer().type().tareG())
                    .isEqualTo(problem.cargo().stream().mapToLong(Cargo::grossG).sum());
            bags += loaded.boxes().size();
        }
        assertThat(bags).isEqualTo(n(summary.get("units"), "bags"));
    }

    @Test
    void everyContainerIsOnOneTrainOfEachLegAndTheGaugeChanges() throws IOException {
        var seen = new ArrayList<String>();
        var gauges = new TreeSet<Integer>();
        for (var file : files("trains")) {
            var train = json(file);
            gauges.add(n(train, "gauge"));
            for (var wagon : train.get("wagons")) {
                wagon.get("containers")
                        .forEach(c -> seen.add(
                                c.get("no").asString() + " " + train.get("from").asString()));
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(gauges).containsExactly(1435, 1520);
        assertThat(seen.stream().map(s -> s.substring(0, 11)).distinct())
                .hasSize(files("load-plans").size());
    }

    @Test
    void theItinerariesNameTimesCostsAndThatTheyAreTypical() throws IOException {
        var lanes = json(out.resolve("itineraries.json"));
        assertThat(lanes.get("mark").asString()).contains("typical", "assumed");
        for (var hub : List.of("ALA", "CPE", "DYU", "WAW")) {
            assertThat(lanes.get(hub))
                    .isNotEmpty()
                    .allMatch(way -> !way.get("legs").isEmpty()
                            && way.get("costCnyPerFfe").asDouble() > 0
                            && way.get("departs")
                                            .asString()
                                            .compareTo(way.get("arrivesHub").asString())
                                    < 0);
        }
    }

    @Test
    void everyEventIsValidAndTheLogKnowsEveryMilestoneOfTheWay() throws IOException {
        var events = lines("epcis.jsonl").toList();
        assertThat(events.stream().flatMap(line -> EpcisLines.faults(line).stream()))
                .isEmpty();
        for (var code : List.of("T010", "T040", "T050", "T060", "T090", "T140", "T150", "T200", "T210", "T250")) {
            assertThat(events).as(code).anyMatch(line -> line.contains("urn:tongdao:event:" + code));
        }
    }

    @Test
    void theStatementAddsUpToTheBooks() throws IOException {
        var rows = lines("statement.csv").toList();
        int amount = Arrays.asList(rows.get(0).split(",")).indexOf("amount");
        var charged = rows.stream()
                .skip(1)
                .map(row -> new BigDecimal(row.split(",")[amount]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long booked = 0;
        for (var row : summary.get("money").get("rows")) {
            booked += row.get("credit").asLong();
        }
        assertThat(rows).hasSize(1 + n(summary.get("parcels"), "railed"));
        assertThat(charged.movePointRight(2)).isEqualByComparingTo(BigDecimal.valueOf(booked));
        assertThat(summary.get("money").get("balanced").asBoolean()).isTrue();
        assertThat(summary.get("audit").get("violations").values()).allMatch(count -> count.asLong() == 0);
    }

    private static String lineNumber(String row) {
        return row.replaceFirst("^.*,(\\d+),(rejected|duplicate),.*$", "$1");
    }

    private static int n(JsonNode node, String member) {
        return node.get(member).asInt();
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(out.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(out.resolve(file)).stream();
    }

    private static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
