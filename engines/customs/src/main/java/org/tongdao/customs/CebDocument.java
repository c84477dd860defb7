package org.tongdao.customs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of a message: an order, a waybill, a list, a receipt. Values are text as they stand on the wire, by position of the catalogue.
 *
 * <p>A field is absent, empty or filled; the three are kept apart, so that reading and writing again gives the same document. Immutable once built.
 */
public final class CebDocument {

    private final CebType type;
    private final @Nullable String[] head;
    private final List<@Nullable String[]> rows;

    private CebDocument(CebType type, @Nullable String[] head, List<@Nullable String[]> rows) {
        this.type = type;
        this.head = head;
        this.rows = rows;
    }

    public static Builder of(CebType type) {
        return new Builder(type);
    }

    public CebType type() {
        return type;
    }

    /** The value of a head field; the empty text when it is absent. Asking for a field the type does not have is a programming error. */
    public String get(String field) {
        return filled(head[known(type.head(), field)]);
    }

    /** The value of a head field; empty when the field is absent, empty or not known to this type. */
    public Optional<String> find(String field) {
        int at = type.head().position(field);
        return at < 0 || filled(head[at]).isEmpty() ? Optional.empty() : Optional.of(filled(head[at]));
    }

    public int rowCount() {
        return rows.size();
    }

    /** The value of a field in row {@code index}, from 0. */
    public String get(int index, String field) {
        return filled(rows.get(index)[known(rowBlock(type), field)]);
    }

    @Nullable
    String[] head() {
        return head;
    }

    List<@Nullable String[]> rows() {
        return rows;
    }

    private static String filled(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static CebBlock rowBlock(CebType type) {
        return type.rows().orElseThrow(() -> new IllegalArgumentException(type + " has no rows"));
    }

    private static int known(CebBlock block, String field) {
        int at = block.position(field);
        if (at < 0) {
            throw new IllegalArgumentException("no field '" + field + "' in " + block);
        }
        return at;
    }

    /** Fills a document: head fields first or last, rows in their order. */
    public static final class Builder {

        private final CebType type;
        private final @Nullable String[] head;
        private final List<@Nullable String[]> rows = new ArrayList<>();

        private Builder(CebType type) {
            this.type = type;
            this.head = new String[type.head().size()];
        }

        public Builder put(String field, String value) {
            head[known(type.head(), field)] = value;
            return this;
        }

        /** Makes a head field absent; one that the type does not have is passed over. */
        Builder clear(String field) {
            int at = type.head().position(field);
            if (at >= 0) {
                head[at] = null;
            }
            return this;
        }

        /** Starts the next row; {@link #cell} fills it. */
        public Builder row() {
            rows.add(new String[rowBlock(type).size()]);
            return this;
        }

        public Builder cell(String field, String value) {
            rows.get(rows.size() - 1)[known(rowBlock(type), field)] = value;
            return this;
        }

        void putAt(int position, String value) {
            head[position] = value;
        }

        void cellAt(int position, String value) {
            rows.get(rows.size() - 1)[position] = value;
        }

        boolean holds(int position) {
            return head[position] != null;
        }

        boolean rowHolds(int position) {
            return rows.get(rows.size() - 1)[position] != null;
        }

        public CebDocument build() {
            return new CebDocument(type, head.clone(), List.copyOf(rows));
        }
    }
}
