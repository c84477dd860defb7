package org.tongdao.visibility;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The names of places for readers, from data/corridor/nodes.csv: Chinese for Chinese, English for all others. */
@Component
class NodeNames {

    private record Names(String zh, String en) {}

    private final Map<String, Names> names = new HashMap<>();

    NodeNames() {
        try (InputStream in = NodeNames.class.getResourceAsStream("/data/corridor/nodes.csv")) {
            if (in != null) {
                read(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("data/corridor/nodes.csv", e);
        }
    }

    /** The name of a node; an unknown node is called by its id. */
    String name(String node, Locale language) {
        Names found = names.get(node);
        if (found == null) {
            return node;
        }
        return language.getLanguage().equals("zh") ? found.zh() : found.en();
    }

    private void read(InputStream in) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(
                    row -> names.put(row.getField("id"), new Names(row.getField("name_zh"), row.getField("name_en"))));
        }
    }
}
