package org.tongdao.planning;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The lines on which the elements of a member of a JSON object begin, so that a finding can say where. */
final class ElementLines {

    private ElementLines() {}

    /** @param member of the outermost object; empty when it is no array */
    static List<Integer> of(String json, String member) {
        var lines = new ArrayList<Integer>();
        try (var parser = JsonMapper.shared().createParser(json)) {
            int depth = 0;
            boolean inside = false;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
                    inside = parser.currentName().equals(member);
                }
                if (inside && depth == 2 && !token.isStructEnd()) {
                    lines.add(parser.currentTokenLocation().getLineNr());
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return lines;
    }
}
