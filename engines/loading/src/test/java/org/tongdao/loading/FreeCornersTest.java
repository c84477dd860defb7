package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Room;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Size;

/** Corners at which one more box would be free of others. */
class FreeCornersTest {

    private static final ContainerType ROOM = new ContainerType("x", new Size(3000, 1000, 1000), 0, 10_000_000);
    private static final Cargo CUBE = Cargo.of("cube", List.of(1000, 1000, 1000), 9, 1);

    private static List<Stowed> corners(LoadProblem problem, Cargo cargo, Stowed... boxes) {
        return new FreeCorners(problem, new Loaded(problem.fleet().get(0), List.of(boxes)), true).list(cargo, 9);
    }

    private static LoadProblem problem() {
        return LoadProblem.of("p", ROOM, List.of(CUBE), LoadRules.SUPPORT_ONLY);
    }

    private static Stowed at(int x) {
        return new Stowed("cube", x, 0, 0, 1000, 1000, 1000);
    }

    @Test
    void anEmptyContainerHasItsOwnCorner() {
        assertThat(corners(problem(), CUBE))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s).isEqualTo(at(0)));
    }

    @Test
    void besideABoxTheNextOneFits() {
        assertThat(corners(problem(), CUBE, at(0)))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s).isEqualTo(at(1000)));
    }

    @Test
    void aGapThatIsAMillimetreTooSmallIsNone() {
        assertThat(corners(problem(), CUBE, at(0), at(1999))).isEmpty();
        assertThat(corners(problem(), CUBE, at(0), at(2000))).isNotEmpty();
    }

    @Test
    void aFullContainerHasNone() {
        assertThat(corners(problem(), CUBE, at(0), at(1000), at(2000))).isEmpty();
    }

    @Test
    void reservedRoomIsNotFree() {
        var reserved = problem().with(List.of(new Room(1000, 0, 0, 2000, 1000, 1000)), List.of());
        assertThat(corners(reserved, CUBE, at(0)).stream()
                        .filter(s -> new ContainerCheck(
                                        reserved, new Loaded(reserved.fleet().get(0), List.of(at(0), s)), "x", true)
                                .findings()
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void onlyTheWaysABoxMayStandAreTried() {
        var slab = Cargo.of("slab", List.of(900, 800, 100), 1, 1).with(List.of(false, false, true));
        assertThat(corners(problem(), slab))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.dz()).isEqualTo(100));
    }

    @Test
    void noMoreAreListedThanWereAskedFor() {
        var small = Cargo.of("s", List.of(10, 20, 30), 1, 1);
        var all = new FreeCorners(problem(), new Loaded(problem().fleet().get(0), List.of(at(0))), true);
        assertThat(all.list(small, 2)).hasSize(2);
    }
}
