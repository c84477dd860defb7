package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MilestoneTest {

    @Test
    void vocabularyIsTheReferenceTable() throws IOException {
        Path table = reference("corridor/milestones.csv");
        Assumptions.assumeTrue(Files.exists(table), "the shared reference is not beside this checkout");
        var rows = Files.readAllLines(table).stream()
                .skip(1)
                .map(l -> l.split(",", -1))
                .toList();
        assertThat(rows).hasSize(Milestone.values().length).allSatisfy(row -> {
            Milestone m = Milestone.valueOf(row[0]);
            assertThat(m.level().name()).isEqualToIgnoringCase(row[3]);
            assertThat(m.form().name() + "Event").isEqualToIgnoringCase(row[4]);
            assertThat(m.action().name()).isEqualTo(row[5]);
            assertThat(m.bizStep()).isEqualTo(row[6].equals("other") ? Milestone.CUSTOMS_RELEASING : row[6]);
            assertThat(Arrays.asList(row[7].split("\\|"))).contains(m.disposition());
        });
    }

    @Test
    void codeThatDoesNotExistIsNotFound() {
        assertThat(Milestone.find("T250")).contains(Milestone.T250);
        assertThat(Milestone.find("T999")).isEmpty();
    }

    private static Path reference(String name) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path found = dir.resolveSibling("shared/reference").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
            Path above = dir.resolve("shared/reference").resolve(name);
            if (Files.exists(above)) {
                return above;
            }
        }
        return Path.of("missing", name);
    }
}
