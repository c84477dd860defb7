package org.tongdao.port;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a model of wagon carries, on how many axles, and how it brakes: data/corridor/wagons.csv and data/stations/brakes.csv.
 *
 * @param brake empty when no table has it
 */
record WagonModel(int payloadKg, int axles, Optional<Brake> brake) {

    /** Of a model that is in no table only the weight on four axles is judged. */
    private static final WagonModel UNKNOWN = new WagonModel(Integer.MAX_VALUE, 4, Optional.empty());

    private static final Map<String, WagonModel> ALL = all();

    /** Brake weight in the empty and in the loaded position, and the gross weight from which the loaded one is set. */
    record Brake(int emptyKg, int loadedKg, int changeKg) {

        int atKg(int grossKg) {
            return grossKg >= changeKg ? loadedKg : emptyKg;
        }
    }

    static WagonModel of(String name) {
        return ALL.getOrDefault(name, UNKNOWN);
    }

    private static Map<String, WagonModel> all() {
        var brakes = new HashMap<String, Brake>();
        for (var row : ReferenceTables.rows("/data/stations/brakes.csv")) {
            brakes.put(
                    row.getField("model"),
                    new Brake(number(row, "empty_kg"), number(row, "loaded_kg"), number(row, "change_kg")));
        }
        var all = new HashMap<String, WagonModel>();
        for (var row : ReferenceTables.rows("/data/corridor/wagons.csv")) {
            double payload = Double.parseDouble(row.getField("payload_t"));
            String tare = row.getField("tare_t");
            double gross = payload + (tare.isEmpty() ? 0 : Double.parseDouble(tare));
            long axles = Math.round(gross / Double.parseDouble(row.getField("axle_load_t")));
            String model = row.getField("model");
            all.put(
                    model,
                    new WagonModel(
                            (int) Math.round(1_000 * payload),
                            (int) Math.max(4, axles),
                            Optional.ofNullable(brakes.get(model))));
        }
        return Map.copyOf(all);
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }
}
