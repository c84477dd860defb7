package org.tongdao.port;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.yard.Marshalling;
import org.tongdao.yard.MarshallingRules;
import org.tongdao.yard.OnwardTrain;
import org.tongdao.yard.OnwardWagon;

/**
 * The wagon and axle rules of the railway that takes a train over, data/stations/marshalling.csv, asked before each departure. Brakes are tested at the
 * train; their weights are in no paper of ours.
 */
@Component
class RailwayRules {

    private static final String WAGONS = """
            SELECT t.train_no, t.gauge_mm, t.from_node, w.position, w.wagon_no, w.model, w.tare_g, w.length_mm,
                   coalesce(c.container_no, '') AS container_no, coalesce(c.gross_g, 0) AS gross_g
            FROM train t
            JOIN train_wagon w ON w.tenant_id = t.tenant_id AND w.train_id = t.id
            LEFT JOIN wagon_load l ON l.tenant_id = w.tenant_id AND l.train_id = w.train_id AND l.position = w.position
            LEFT JOIN container c ON c.tenant_id = l.tenant_id AND c.id = l.container_id
            WHERE t.tenant_id = current_tenant() AND t.id = ? ORDER BY w.position, l.slot
            """;

    private record Row(
            String trainNo,
            int gaugeMm,
            String fromNode,
            int position,
            String wagonNo,
            String model,
            long tareG,
            int lengthMm,
            String containerNo,
            long grossG) {}

    /** What a model of wagon carries, and on how many axles. */
    private record Model(int payloadKg, int axles) {
        /** Of a model that is in no table only the weight on four axles is judged. */
        static final Model UNKNOWN = new Model(Integer.MAX_VALUE, 4);

        static Model of(NamedCsvRecord row) {
            double payload = Double.parseDouble(row.getField("payload_t"));
            String tare = row.getField("tare_t");
            double gross = payload + (tare.isEmpty() ? 0 : Double.parseDouble(tare));
            long axles = Math.round(gross / Double.parseDouble(row.getField("axle_load_t")));
            return new Model((int) Math.round(1_000 * payload), (int) Math.max(4, axles));
        }
    }

    private final JdbcClient jdbc;
    private final Map<String, Model> models = new HashMap<>();
    private final Map<String, MarshallingRules> rules;
    private final Set<String> china;

    RailwayRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
        table("/data/corridor/wagons.csv").forEach(row -> models.put(row.getField("model"), Model.of(row)));
        this.china = table("/data/corridor/nodes.csv").stream()
                .filter(row -> row.getField("country").equals("CN"))
                .map(row -> row.getField("id"))
                .collect(Collectors.toSet());
        this.rules = shipped().rules().stream().collect(Collectors.toMap(MarshallingRules::id, r -> r));
    }

    /** The rules that come with the product. */
    static MarshallingRules.Table shipped() {
        String text = text("/data/stations/marshalling.csv");
        return MarshallingRules.read("marshalling.csv", text.lines().toList());
    }

    /** What these rules say against the train; nothing about a train without wagons. */
    List<Blocker> against(long trainId) {
        var rows = jdbc.sql(WAGONS).param(trainId).query(Row.class).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var first = rows.get(0);
        var train = new OnwardTrain(first.trainNo(), wagons(rows));
        return Marshalling.marshal(train, rulesOf(first)).stream()
                .map(f -> new Blocker(f.rule(), f.place().source(), f.value() + ". " + f.maybe()))
                .toList();
    }

    private MarshallingRules rulesOf(Row train) {
        String id = train.gaugeMm() == 1520 ? "kz_1520" : china.contains(train.fromNode()) ? "cre_1435" : "eu_1435";
        return Objects.requireNonNull(rules.get(id), id);
    }

    private List<OnwardWagon> wagons(List<Row> rows) {
        var byPosition = new LinkedHashMap<Integer, List<Row>>();
        rows.forEach(row -> byPosition
                .computeIfAbsent(row.position(), p -> new ArrayList<>())
                .add(row));
        return byPosition.values().stream().map(this::wagon).toList();
    }

    private OnwardWagon wagon(List<Row> rows) {
        var row = rows.get(0);
        var model = models.getOrDefault(row.model(), Model.UNKNOWN);
        var boxes = rows.stream()
                .filter(r -> !r.containerNo().isEmpty())
                .map(r -> new OnwardWagon.OnwardBox(r.containerNo(), kg(r.grossG()), ""))
                .toList();
        return new OnwardWagon(
                row.wagonNo(),
                row.gaugeMm(),
                model.axles(),
                kg(row.tareG()),
                model.payloadKg(),
                row.lengthMm(),
                0,
                boxes);
    }

    /** Whole kilograms, rounded up: a limit is a limit. */
    private static int kg(long grams) {
        return Math.toIntExact(-Math.floorDiv(-grams, 1_000L));
    }

    private static List<NamedCsvRecord> table(String path) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text(path))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static String text(String path) {
        try (var in = Objects.requireNonNull(RailwayRules.class.getResourceAsStream(path), path);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var text = new java.io.StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
