package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadProblem.Stowed;

class LoadLayersTest {

    private static final Stowed FLOOR = new Stowed("floor", 0, 0, 0, 600, 400, 300);
    private static final Stowed TALL = new Stowed("tall", 600, 0, 0, 600, 400, 600);
    private static final Stowed UPON = new Stowed("upon", 0, 0, 300, 600, 400, 300);
    private static final Stowed ACROSS = new Stowed("across", 300, 0, 600, 600, 400, 100);

    @Test
    void aBoxLiesOneLayerAboveTheHighestThatItStandsOn() {
        assertThat(LoadLayers.of(List.of(FLOOR, TALL, UPON, ACROSS)))
                .containsExactly(List.of(FLOOR, TALL), List.of(UPON), List.of(ACROSS));
    }

    @Test
    void whatIsBesideBearsNothing() {
        var beside = new Stowed("beside", 0, 400, 300, 600, 400, 300);
        assertThat(LoadLayers.of(List.of(FLOOR, beside))).containsExactly(List.of(FLOOR, beside));
        assertThat(LoadLayers.of(List.of())).isEmpty();
    }
}
