package org.tongdao.editions;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list that an administrator may bring a new edition of.
 *
 * @param name its path below data/
 * @param key columns that tell one row from another
 * @param columns all that must be there
 * @param reader the very one that the work uses; throws on what it cannot read
 */
public record EditableList(String name, List<String> key, List<Column> columns, Function<Edition, ?> reader) {

    public EditableList {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** The day from which a row counts, when rows have one. */
    static final String FROM = "valid_from";

    /** The first day on which it no longer counts. */
    static final String TO = "valid_to";

    /** Why the reader cannot read this content; empty when it can. */
    Optional<String> refusal(Edition edition) {
        try {
            var unused = reader.apply(edition);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
