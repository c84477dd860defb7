package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CargoTest {

    private static final Network CORRIDOR =
            NetworkFolder.read(Path.of("../../data/network")).network();

    private static Line line(String id) {
        return CORRIDOR.lines().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void plainGoodsGoEverywhere() {
        assertThat(CORRIDOR.lines())
                .allSatisfy(l -> assertThat(Cargo.PLAIN.keptOffBy(l)).isEmpty());
    }

    @Test
    void dangerousGoodsStayOffTheAircraftAndTheFerry() {
        var cargo = new Cargo(0, 1, Set.of("dangerous"), "", Set.of());
        assertThat(cargo.keptOffBy(line("AL"))).contains("takes no dangerous goods");
        assertThat(cargo.keptOffBy(line("FC"))).isPresent();
        assertThat(cargo.keptOffBy(line("DM"))).isEmpty();
    }

    @Test
    void theWeightIsJudgedByTheContainer() {
        assertThat(new Cargo(26_000, 1, Set.of(), "", Set.of()).keptOffBy(line("DM")))
                .contains("takes 25000 kg a container, not 26000");
        assertThat(new Cargo(48_000, 2, Set.of(), "", Set.of()).keptOffBy(line("DM")))
                .isEmpty();
    }

    @Test
    void aCountryToAvoidClosesWhatRunsThroughIt() {
        assertThat(new Cargo(0, 1, Set.of(), "", Set.of("RU")).keptOffBy(line("DM")))
                .contains("runs through RU");
    }

    @Test
    void aRegimeThatALineDoesNotTakeClosesIt() {
        var l = line("DM");
        var strict = new Line(
                l.id(),
                l.mode(),
                l.gaugeMm(),
                l.calls(),
                l.days(),
                l.cutOff(),
                l.capacity(),
                new Line.Admission(Set.of(), Set.of("9610"), Set.of(), 0),
                l.delay(),
                l.risk(),
                "");
        assertThat(new Cargo(0, 1, Set.of(), "1210", Set.of()).keptOffBy(strict))
                .contains("takes regimes [9610], not 1210");
        assertThat(new Cargo(0, 1, Set.of(), "9610", Set.of()).keptOffBy(strict))
                .isEmpty();
        assertThat(Cargo.PLAIN.keptOffBy(strict)).isEmpty();
    }

    @Test
    void partsOfAContainerCountByTheScarcerOfWeightAndVolume() {
        assertThat(Cargo.containers(12_500, 1)).isEqualTo(0.5);
        assertThat(Cargo.containers(1, 67.7)).isEqualTo(1);
        assertThat(Cargo.containers(1, 0.1)).isEqualTo(0.02);
    }
}
