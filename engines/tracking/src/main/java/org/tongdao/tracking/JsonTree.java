package org.tongdao.tracking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one JSON value into maps, lists, texts, numbers and booleans; at most {@value #LIMIT} values, so that one event cannot fill the memory. */
final class JsonTree {

    private static final int LIMIT = 200_000;

    /** What stands for JSON's null, so that no Java null travels. */
    static final Object NOTHING = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private final JsonParser json;
    private int values;

    JsonTree(JsonParser json) {
        this.json = json;
    }

    /** The value at the current token; afterwards the parser stands on its last token. */
    Object value() {
        if (++values > LIMIT) {
            throw new TooLarge(json.currentTokenLocation().getLineNr());
        }
        return switch (json.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(json.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> NOTHING;
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    /** One event has more values than the limit. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int line;

        TooLarge(int line) {
            super("more than " + LIMIT + " values in one event");
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
