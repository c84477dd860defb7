package org.tongdao.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The checked-in document, held against what the server really says. Remembers which answers of which operations were seen. */
final class Contract {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    Contract() {
        try {
            document = (ObjectNode) JSON.readTree(Files.readString(Path.of("..", "docs", "api", "openapi.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code METHOD path} of every operation. */
    Set<String> operations() {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                all.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return all;
    }

    /** {@code METHOD path status} of every answer that the document promises. */
    Set<String> promised() {
        Set<String> all = new TreeSet<>();
        for (String operation : operations()) {
            operation(operation).path("responses").properties().forEach(r -> all.add(operation + " " + r.getKey()));
        }
        return all;
    }

    Set<String> seen() {
        return seen;
    }

    /** Fails unless the document knows this answer, its media type and its shape. */
    void check(String method, String path, int status, String type, String body) {
        String operation = operations().stream()
                .filter(o -> o.startsWith(method + " ") && matches(o.substring(method.length() + 1), path))
                .min(java.util.Comparator.comparing((String o) -> o.contains("{"))
                        .thenComparing(o -> o))
                .orElseThrow(() -> new AssertionError("not in the document: " + method + " " + path));
        var answer = operation(operation).path("responses").path("" + status);
        assertThat(answer.isMissingNode())
                .as(operation + " answers " + status + ": " + body)
                .isFalse();
        if (answer.has("content")) {
            String plain = type.replaceFirst(";.*", "");
            var content = answer.path("content").path(plain);
            assertThat(content.isMissingNode())
                    .as(operation + " " + status + " as " + plain)
                    .isFalse();
            if (plain.endsWith("json")) {
                checkShape(content.path("schema"), operation + " " + status, body);
            }
        } else {
            assertThat(body).as(operation + " " + status).isEmpty();
        }
        seen.add(operation + " " + status);
    }

    /** Fails unless the body is what the document says a caller sends. */
    void checkRequest(String operation, String body) {
        var schema = operation(operation)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        checkShape(schema, operation + " request", body);
    }

    private void checkShape(JsonNode schema, String what, String body) {
        var root = JSON.createObjectNode();
        root.setAll((ObjectNode) schema);
        root.set("components", document.path("components"));
        var errors = registry.getSchema(root.toString(), InputFormat.JSON).validate(body, InputFormat.JSON);
        assertThat(errors).as(what + ": " + body).isEmpty();
    }

    private JsonNode operation(String operation) {
        String[] parts = operation.split(" ");
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean matches(String template, String path) {
        String pattern = Pattern.compile("\\{[^}]+}")
                .splitAsStream(template + " ")
                .map(Pattern::quote)
                .collect(java.util.stream.Collectors.joining("[^/]+"));
        return Pattern.matches(pattern, path.replaceFirst("\\?.*", "") + " ");
    }
}
