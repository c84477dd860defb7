package org.tongdao.customs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message set of the unified version (2022-05): 42 types and their 749 fields, read from our own tables. Codec and checks are driven by it.
 *
 * <p>Source: the government's schemas and specification, compared field by field; the tables keep both where they differ.
 */
public final class CebCatalogue {

    private static final Pattern BLOCK = Pattern.compile("(\\w+)\\[(\\d+)\\.\\.(\\d+|unbounded)]");
    private static final CebCatalogue OFFICIAL = load();

    private final Map<String, CebType> types;

    private CebCatalogue(Map<String, CebType> types) {
        this.types = types;
    }

    public static CebCatalogue official() {
        return OFFICIAL;
    }

    /** All types in the order of their codes. */
    public Collection<CebType> list() {
        return types.values();
    }

    public Optional<CebType> find(String code) {
        return Optional.ofNullable(types.get(code));
    }

    /** The type of a code such as {@code CEB603}. */
    public CebType get(String code) {
        return find(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("no message type '" + code + "'. Maybe CEB603 was meant."));
    }

    Optional<CebType> findByRoot(String rootElement) {
        return rootElement.endsWith("Message")
                ? find(rootElement.substring(0, rootElement.length() - "Message".length()))
                : Optional.empty();
    }

    private static CebCatalogue load() {
        var fields = new LinkedHashMap<String, Map<String, List<CebField>>>();
        for (var row : CsvTable.resource("ceb-fields.csv")) {
            fields.computeIfAbsent(row.get("message"), m -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get("block"), b -> new ArrayList<>())
                    .add(CebField.of(row));
        }
        var types = new LinkedHashMap<String, CebType>();
        for (var row : CsvTable.resource("ceb-messages.csv")) {
            var blocks = fields.getOrDefault(row.get("message"), Map.of());
            var type = new CebType(row, shape(row.get("top_blocks(min..max)"), blocks));
            types.put(type.code(), type);
        }
        return new CebCatalogue(types);
    }

    private static CebType.Shape shape(String text, Map<String, List<CebField>> fields) {
        var parts = text.split("; inside:");
        var body = BLOCK.matcher(parts[0]);
        body.find();
        var blocks = fields.entrySet().stream()
                .map(entry -> new CebBlock(entry.getKey(), entry.getValue()))
                .toList();
        var rows = parts.length > 1 && blocks.size() > 1 ? Optional.of(blocks.get(1)) : Optional.<CebBlock>empty();
        int minRows = 0;
        int maxRows = 0;
        if (rows.isPresent()) {
            var row = BLOCK.matcher(parts[1].substring(parts[1].indexOf('+')));
            row.find();
            minRows = Integer.parseInt(row.group(2));
            maxRows = most(row);
        }
        return new CebType.Shape(body.group(1), blocks.get(0), rows, most(body), minRows, maxRows);
    }

    private static int most(Matcher block) {
        return block.group(3).equals("unbounded") ? Integer.MAX_VALUE : Integer.parseInt(block.group(3));
    }
}
