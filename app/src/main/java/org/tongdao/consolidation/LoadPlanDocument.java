package org.tongdao.consolidation;

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
import tools.jackson.databind.JsonNode;

/** A certificate of loaded containers, as far as a check or a sheet needs it; number and seal when it is of one container. */
record LoadPlanDocument(
        LoadProblem input,
        List<Loaded> containers,
        @Nullable String container,
        @Nullable String seal,
        List<Finding> claims) {

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
            root = PlanJson.WHOLE.readTree(Files.readAllBytes(file));
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
            PlanDoors.complete(root);
            var input = PlanJson.WHOLE.treeToValue(root.path("input"), LoadProblem.class);
            List<Loaded> containers =
                    PlanJson.WHOLE.readerForListOf(Loaded.class).readValue(root.path("containers"));
            PlanInput.fault(input).ifPresent(why -> {
                throw new NotWhole(why);
            });
            var claims = new ArrayList<>(LoadClaims.check(root, input, containers));
            claims.addAll(UnitClaims.check(root, input));
            return new LoadPlanDocument(input, containers, text(root, "container"), text(root, "seal"), claims);
        } catch (JacksonException e) {
            throw new NotWhole(PlanJson.why(e));
        }
    }

    private static @Nullable String text(JsonNode root, String member) {
        return root.path(member).isString() ? root.path(member).asString() : null;
    }

    List<Finding> check() {
        var findings = new ArrayList<>(LoadChecker.check(input, containers));
        findings.addAll(claims);
        return findings;
    }

    String line() {
        return containers.size() + " containers, "
                + containers.stream().mapToInt(c -> c.boxes().size()).sum() + " boxes";
    }
}
