package org.tongdao.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongdao.loading.TrainRules;
import org.tongdao.loading.Wagon;
import org.tongdao.loading.WagonOffer;
import org.tongdao.platform.Members;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import org.tongdao.terms.Severity;
import tools.jackson.databind.JsonNode;

/** Wagons that can be had for a train: {@code wagon_pool} of a yard file, their figures from data/corridor/wagons.csv and the rules of the train. */
final class WagonPool {

    /** Length over couplers less the distance of the pivots, as of the X70; assumed for all models. */
    private static final int BEYOND_PIVOTS_MM = 4_300;

    private static final Members MEMBERS = Members.of(Set.of("model", "available", "cost", "tare_t"), Members.Kind.ANY);

    private static final int LEAST_AXLES = 4;
    private static final int MOST = 10_000;
    private static final int MOST_COST = 1_000_000;

    private final String name;
    private final TrainRules rules;
    private final List<Finding> findings;
    private final HashSet<String> seen = new HashSet<>();

    private WagonPool(String name, TrainRules rules, List<Finding> findings) {
        this.name = name;
        this.rules = rules;
        this.findings = findings;
    }

    /** What is wrong is added to {@code findings}; the other wagons can be had. */
    static List<WagonOffer> read(String name, JsonNode root, TrainRules rules, List<Finding> findings) {
        var reader = new WagonPool(name, rules, findings);
        var pool = new ArrayList<WagonOffer>();
        for (var node : Members.list(root, "wagon_pool")) {
            findings.addAll(MEMBERS.unknown("TRAIN-FIELD", Severity.ERROR, Place.of(name), "wagon_pool", node));
            reader.offer(node).filter(offer -> reader.isNew(node, offer)).ifPresent(pool::add);
        }
        if (pool.isEmpty() && root.hasNonNull("wagon_pool")) {
            findings.add(
                    Finding.error(
                            "TRAIN-WAGON",
                            Place.of(name),
                            "wagon_pool",
                            "No wagon of it can be used, so no train is planned. Correct it, or leave it out for a train of one model."));
        }
        return List.copyOf(pool);
    }

    private Optional<WagonOffer> offer(JsonNode node) {
        var model = node.path("model").asString("");
        var row = rows().stream().filter(r -> r.getField("model").equals(model)).findFirst();
        if (row.isEmpty()) {
            return wrong(node, "Give a model of data/corridor/wagons.csv.");
        }
        int gauge = Integer.parseInt(row.get().getField("gauge_mm"));
        if (gauge != rules.gaugeMm()) {
            return wrong(node, model + " runs on " + gauge + " mm, the train on " + rules.gaugeMm() + ".");
        }
        int available = whole(node, "available", 0);
        int cost = whole(node, "cost", 1);
        if (available < 1 || available > MOST || cost < 1 || cost > MOST_COST) {
            return wrong(node, "available is 1 to " + MOST + ", cost 1 to " + MOST_COST + ".");
        }
        var known = row.get().getField("tare_t");
        double tare = node.path("tare_t").isMissingNode()
                ? (known.isEmpty() ? 0 : Double.parseDouble(known))
                : node.path("tare_t").asDouble(0);
        if (!(tare > 0 && tare < 100)) {
            return wrong(node, "The tare of " + model + " is not in the table; give tare_t, above 0 and below 100.");
        }
        int feet = Integer.parseInt(row.get().getField("loading_ft"));
        return Optional.of(new WagonOffer(wagon(row.get(), tare), feet, available, cost));
    }

    private static int whole(JsonNode node, String key, int usual) {
        var given = node.path(key);
        return given.isMissingNode() ? usual : given.isInt() ? given.intValue() : 0;
    }

    /** A row that could not be used does not stand in the way of a good one of its model. */
    private boolean isNew(JsonNode node, WagonOffer offer) {
        boolean fresh = seen.add(offer.wagon().model());
        if (!fresh) {
            wrong(node, "Give each model of data/corridor/wagons.csv once.");
        }
        return fresh;
    }

    /** On 1435 mm the railway's limit of an axle binds where it is below the wagon's own. */
    private Wagon wagon(NamedCsvRecord row, double tare) {
        double payload = Double.parseDouble(row.getField("payload_t"));
        double axle = Double.parseDouble(row.getField("axle_load_t"));
        int axles = (int) Math.max(LEAST_AXLES, Math.round((payload + tare) / axle));
        long own = Math.round(axle * 1e6);
        int length = Integer.parseInt(row.getField("length_over_couplers_mm"));
        return new Wagon(
                row.getField("model"),
                Math.round(tare * 1e6),
                Math.round(payload * 1e6),
                length,
                axles,
                rules.gaugeMm() == 1435 ? Math.min(own, rules.wagon().maxAxleG()) : own,
                length - BEYOND_PIVOTS_MM);
    }

    private Optional<WagonOffer> wrong(JsonNode node, String maybe) {
        findings.add(Finding.error("TRAIN-WAGON", Place.of(name), node.toString(), maybe + " It is not used."));
        return Optional.empty();
    }

    private static List<NamedCsvRecord> rows() {
        try (var in = Objects.requireNonNull(WagonPool.class.getResourceAsStream("/data/corridor/wagons.csv"));
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("wagons.csv", e);
        }
    }
}
