package org.tongdao.consolidation;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadChecker;
import org.tongdao.loading.LoadProblem;
import org.tongdao.terms.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A certificate of loaded containers, as far as a check or a sheet needs it; number and seal when it is of one container. */
record LoadPlanDocument(
        LoadProblem input,
        List<Loaded> containers,
        @Nullable String container,
        @Nullable String seal,
        List<LoadPlanDocument> pallets) {

    private static final JsonMapper WHOLE = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    /**
     * Nothing when the file is no such certificate.
     *
     * @throws NotWhole when it is one of which a part is missing
     */
    static Optional<LoadPlanDocument> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = WHOLE.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return isOne(root) ? Optional.of(of(root)) : Optional.empty();
    }

    /** A plan lacks what it takes to judge it. */
    static final class NotWhole extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        NotWhole(String why) {
            super(why);
        }
    }

    private static boolean isOne(JsonNode node) {
        return node.path("input").isObject() && node.path("containers").isArray();
    }

    private static LoadPlanDocument of(JsonNode root) {
        try {
            var input = WHOLE.treeToValue(root.path("input"), LoadProblem.class);
            List<Loaded> containers = WHOLE.readerForListOf(Loaded.class).readValue(root.path("containers"));
            input.cargo().stream()
                    .filter(c -> c.sizesMm().size() != 3 || c.upright().size() != 3)
                    .findFirst()
                    .ifPresent(c -> {
                        throw new NotWhole("cargo " + c.id() + " needs three of sizesMm and upright");
                    });
            var pallets = root.path("pallets")
                    .valueStream()
                    .filter(LoadPlanDocument::isOne)
                    .map(LoadPlanDocument::of)
                    .toList();
            return new LoadPlanDocument(input, containers, text(root, "container"), text(root, "seal"), pallets);
        } catch (JacksonException e) {
            throw new NotWhole(e.getOriginalMessage().replaceFirst("(?s)[;\\n].*", ""));
        }
    }

    private static @Nullable String text(JsonNode root, String member) {
        return root.path(member).isString() ? root.path(member).asString() : null;
    }

    List<Finding> check() {
        var findings = new ArrayList<>(LoadChecker.check(input, containers));
        pallets.forEach(p -> findings.addAll(p.check()));
        return findings;
    }

    String line() {
        return containers.size() + " containers, "
                + containers.stream().mapToInt(c -> c.boxes().size()).sum() + " boxes";
    }
}
