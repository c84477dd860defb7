package org.tongdao.planning;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongdao.platform.FolderWire;
import org.tongdao.routing.Offer;
import tools.jackson.databind.json.JsonMapper;

/** Writes trains/*.json and itineraries.json; docs/formats/itineraries.md. */
@Component
class Export {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Export(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The orders as they went to the railway, one file per train. */
    void trains(Path folder) {
        jdbc.sql("""
                        SELECT t.train_no, o.payload FROM train t JOIN outbox o
                          ON o.tenant_id = t.tenant_id AND o.wire = 'rail' AND o.message_key LIKE '%\\_TRAIN\\_' || t.train_no || '.json'
                        WHERE t.tenant_id = current_tenant() ORDER BY t.train_no""")
                .query((row, n) -> Map.entry(row.getString("train_no"), row.getBytes("payload")))
                .list()
                .forEach(e -> FolderWire.writeWhole(folder.resolve(e.getKey() + ".json"), e.getValue()));
    }

    static void itineraries(Path file, Map<String, List<Offer>> lanes) {
        var all = new LinkedHashMap<String, Object>();
        all.put("mark", "typical timetable; prices and spans assumed");
        lanes.forEach((hub, offers) ->
                all.put(hub, offers.stream().map(OfferDocument::of).toList()));
        write(file, all);
    }

    private static void write(Path file, Object content) {
        FolderWire.writeWhole(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }
}
