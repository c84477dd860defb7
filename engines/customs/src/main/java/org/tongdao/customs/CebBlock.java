package org.tongdao.customs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group of fields under one element, such as {@code InventoryHead}: the fields in the order the schema wants them. */
public final class CebBlock {

    private final String name;
    private final List<CebField> fields;
    private final Map<String, Integer> positions = new HashMap<>();

    CebBlock(String name, List<CebField> fields) {
        this.name = name;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            positions.put(fields.get(i).name(), i);
        }
    }

    public String name() {
        return name;
    }

    public List<CebField> fields() {
        return fields;
    }

    public Optional<CebField> find(String field) {
        int at = position(field);
        return at < 0 ? Optional.empty() : Optional.of(fields.get(at));
    }

    /** Where a field stands in this block, from 0; −1 when the block has none of this name. */
    int position(String field) {
        return positions.getOrDefault(field, -1);
    }

    int size() {
        return fields.size();
    }

    @Override
    public String toString() {
        return name;
    }
}
