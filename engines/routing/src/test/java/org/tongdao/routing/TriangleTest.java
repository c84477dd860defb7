package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tongdao.terms.Dice;

class TriangleTest {

    @Test
    void theShareOfDrawsIsTheShareCounted() {
        var triangle = new Triangle(60, 120, 600);
        var random = Dice.of(1, "triangle");
        int below = 0;
        for (int i = 0; i < 20_000; i++) {
            below += triangle.draw(random) <= 200 ? 1 : 0;
        }
        assertThat(triangle.share(200)).isCloseTo(below / 20_000.0, within(0.01));
    }

    @Test
    void theEndsAreSure() {
        var triangle = new Triangle(60, 120, 600);
        assertThat(triangle.share(59)).isZero();
        assertThat(triangle.share(60)).isZero();
        assertThat(triangle.share(120)).isCloseTo(60.0 / 540, within(1e-9));
        assertThat(triangle.share(600)).isEqualTo(1);
        assertThat(Triangle.NONE.share(0)).isEqualTo(1);
    }

    @Test
    void aSpanOutOfOrderIsRefused() {
        assertThatThrownBy(() -> new Triangle(5, 4, 9)).hasMessageContaining("rising order");
        assertThatThrownBy(() -> new Triangle(-1, 4, 9)).isInstanceOf(IllegalArgumentException.class);
    }
}
