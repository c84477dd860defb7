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
import tools.jackson.databind.json.JsonMapper;

/** A certificate of loaded containers, as far as a check or a sheet needs it; number and seal when it is of one container. */
record LoadPlanDocument(
        @Nullable LoadProblem input,
        @Nullable List<Loaded> containers,
        @Nullable String container,
        @Nullable String seal,
        @Nullable List<LoadPlanDocument> pallets) {

    /** Nothing when the file is no such certificate. */
    static Optional<LoadPlanDocument> read(Path file, JsonMapper json) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var read = json.readValue(Files.readAllBytes(file), LoadPlanDocument.class);
            return Optional.of(read).filter(r -> r.input != null && r.containers != null);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    List<Finding> check() {
        var findings = new ArrayList<Finding>();
        if (input != null && containers != null) {
            findings.addAll(LoadChecker.check(input, containers));
        }
        if (pallets != null) {
            pallets.forEach(p -> findings.addAll(p.check()));
        }
        return findings;
    }

    String line() {
        return containers == null
                ? ""
                : containers.size() + " containers, "
                        + containers.stream().mapToInt(c -> c.boxes().size()).sum() + " boxes";
    }
}
