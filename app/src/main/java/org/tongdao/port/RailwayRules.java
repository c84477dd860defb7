package org.tongdao.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.terms.Finding;
import org.tongdao.yard.Marshalling;
import org.tongdao.yard.MarshallingRules;
import org.tongdao.yard.OnwardTrain;
import org.tongdao.yard.OnwardWagon;

/**
 * The wagon, axle and brake rules of the railway that takes a train over, data/stations/marshalling.csv, asked before each departure. A wagon brakes as its brake test
 * was typed in, else as its model typically does.
 */
@Component
class RailwayRules {

    private static final String WAGONS = """
            SELECT t.train_no, t.gauge_mm, t.from_node, w.position, w.wagon_no, w.model, w.tare_g, w.length_mm,
                   coalesce(c.container_no, '') AS container_no, coalesce(c.gross_g, 0) AS gross_g,
                   (SELECT b.braked_kg FROM wagon_brake b WHERE b.tenant_id = w.tenant_id AND b.train_id = w.train_id AND b.position = w.position
                    ORDER BY b.seq DESC LIMIT 1) AS typed_kg
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
            long grossG,
            @Nullable Integer typedKg) {}

    private final JdbcClient jdbc;
    private final Map<String, MarshallingRules> rules;
    private final Set<String> china;

    RailwayRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.china = ReferenceTables.rows("/data/corridor/nodes.csv").stream()
                .filter(row -> row.getField("country").equals("CN"))
                .map(row -> row.getField("id"))
                .collect(Collectors.toSet());
        this.rules = shipped().rules().stream().collect(Collectors.toMap(MarshallingRules::id, r -> r));
    }

    /** The rules that come with the product. */
    static MarshallingRules.Table shipped() {
        String text = ReferenceTables.text("/data/stations/marshalling.csv");
        return MarshallingRules.read("marshalling.csv", text.lines().toList());
    }

    /** What these rules say against the train; nothing about a train without wagons. */
    List<Blocker> against(long trainId) {
        var rows = rows(trainId);
        if (rows.isEmpty()) {
            return List.of();
        }
        var of = rulesOf(rows.get(0));
        var train = new OnwardTrain(
                rows.get(0).trainNo(), wagons(rows).stream().map(this::wagon).toList());
        var found = new ArrayList<Blocker>();
        Marshalling.marshal(train, of).forEach(f -> found.add(blocker(f)));
        var unknown = brakes(rows).stream().filter(b -> b.mark().isEmpty()).toList();
        unknown.forEach(b -> found.add(new Blocker(
                "BRAKE-UNKNOWN",
                b.wagonNo(),
                "No table says how a wagon " + b.model() + " brakes. Type the brake weight of wagon " + b.position()
                        + " in the brake test of train " + train.id() + ".")));
        if (unknown.isEmpty()) {
            Marshalling.brakeTest(train, of).forEach(f -> found.add(blocker(f)));
        }
        return List.copyOf(found);
    }

    private static Blocker blocker(Finding finding) {
        return new Blocker(finding.rule(), finding.place().source(), finding.value() + ". " + finding.maybe());
    }

    /** How each wagon of a train brakes, from the front. */
    List<BrakeSheet.Line> brakes(long trainId) {
        return brakes(rows(trainId));
    }

    private List<BrakeSheet.Line> brakes(List<Row> rows) {
        return wagons(rows).stream().map(this::braked).toList();
    }

    private BrakeSheet.Line braked(List<Row> rows) {
        var row = rows.get(0);
        int gross = kg(row.tareG() + rows.stream().mapToLong(Row::grossG).sum());
        var typed = row.typedKg();
        var typical = WagonModel.of(row.model()).brake();
        int kg = typed != null ? typed : typical.map(b -> b.atKg(gross)).orElse(0);
        String mark = typed != null ? "typed" : typical.isPresent() ? "assumed" : "";
        return new BrakeSheet.Line(row.position(), row.wagonNo(), row.model(), gross, kg, mark);
    }

    private List<Row> rows(long trainId) {
        return jdbc.sql(WAGONS).param(trainId).query(Row.class).list();
    }

    private MarshallingRules rulesOf(Row train) {
        String id = train.gaugeMm() == 1520 ? "kz_1520" : china.contains(train.fromNode()) ? "cre_1435" : "eu_1435";
        return Objects.requireNonNull(rules.get(id), id);
    }

    private static List<List<Row>> wagons(List<Row> rows) {
        var byPosition = new LinkedHashMap<Integer, List<Row>>();
        rows.forEach(row -> byPosition
                .computeIfAbsent(row.position(), p -> new ArrayList<>())
                .add(row));
        return List.copyOf(byPosition.values());
    }

    private OnwardWagon wagon(List<Row> rows) {
        var row = rows.get(0);
        var model = WagonModel.of(row.model());
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
                braked(rows).kg(),
                boxes);
    }

    /** Whole kilograms, rounded up: a limit is a limit. */
    private static int kg(long grams) {
        return Math.toIntExact(-Math.floorDiv(-grams, 1_000L));
    }
}
