package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Stowed;

/** The crew's order: what is behind or below comes first. */
class LoadOrderTest {

    private static Stowed box(String id, int x, int y, int z) {
        return new Stowed(id, x, y, z, 10, 10, 10);
    }

    private static List<String> ids(List<Stowed> boxes) {
        return LoadOrder.of(boxes).stream().map(Stowed::cargo).toList();
    }

    @Test
    void fromTheFrontWallToTheDoorAndFromTheFloorUp() {
        var boxes = List.of(box("door", 10, 0, 0), box("top", 0, 0, 10), box("deep", 0, 0, 0));
        assertThat(ids(boxes)).containsExactly("deep", "top", "door");
    }

    @Test
    void sideBySideTheOneOnTheLeftComesFirst() {
        assertThat(ids(List.of(box("right", 0, 10, 0), box("left", 0, 0, 0)))).containsExactly("left", "right");
    }

    @Test
    void aBoxThatBridgesTwoWaitsForBoth() {
        var bridge = new Stowed("bridge", 5, 0, 10, 10, 10, 10);
        assertThat(ids(List.of(bridge, box("a", 0, 0, 0), box("b", 10, 0, 0)))).containsExactly("a", "b", "bridge");
    }

    @Test
    void noBoxIsLostHoweverManyThereAre() {
        for (int seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var boxes = new ArrayList<Stowed>();
            for (int x = 0; x < 6; x++) {
                for (int y = 0; y < 3; y++) {
                    for (int z = 0; z < 1 + random.nextInt(4); z++) {
                        boxes.add(box(x + "-" + y + "-" + z, 10 * x, 10 * y, 10 * z));
                    }
                }
            }
            Collections.shuffle(boxes, random);
            var order = LoadOrder.of(boxes);
            assertThat(order).containsExactlyInAnyOrderElementsOf(boxes);
            for (int i = 0; i < order.size(); i++) {
                for (int j = i + 1; j < order.size(); j++) {
                    boolean column = order.get(i).y() == order.get(j).y();
                    boolean same = order.get(i).x() == order.get(j).x();
                    assertThat(column && same && order.get(i).z() > order.get(j).z())
                            .isFalse();
                    assertThat(column
                                    && order.get(i).z() == order.get(j).z()
                                    && order.get(i).x() > order.get(j).x())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theOrderDoesNotDependOnHowTheBoxesWereTold() {
        var random = new Random(9);
        var boxes = new ArrayList<Stowed>();
        for (int i = 0; i < 30; i++) {
            boxes.add(box("b" + i, 10 * (i % 10), 10 * (i / 10), 0));
        }
        var order = LoadOrder.of(boxes);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(boxes, random);
            assertThat(LoadOrder.of(boxes)).isEqualTo(order);
        }
    }

    @Test
    void boxesInARingComeInSomeOrderAndNoneIsLost() {
        var ring = List.of(
                new Stowed("a", 0, 0, 0, 20, 10, 10),
                new Stowed("b", 10, 0, 10, 20, 10, 10),
                new Stowed("c", 20, 0, 5, 10, 10, 10),
                new Stowed("d", 0, 0, 10, 10, 10, 30));
        assertThat(LoadOrder.of(ring)).containsExactlyInAnyOrderElementsOf(ring);
    }

    @Test
    void ofNothingComesNothing() {
        assertThat(LoadOrder.of(List.of())).isEmpty();
    }
}
