package org.tongdao.loading;

import java.util.List;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/**
 * A loaded pallet: a cargo of a container, and a certificate of its own.
 *
 * @param no names it, unique in a problem
 * @param problem what was offered to pallets of this sorting
 * @param boxes in the order in which they are put on, from the corner of the overhang; z from the deck
 */
public record PalletLoad(String no, Pallet pallet, Cargo.Sorting sorting, LoadProblem problem, List<Stowed> boxes) {

    public long grossG() {
        var cargo = problem.byId();
        return pallet.tareG()
                + boxes.stream()
                        .mapToLong(b -> java.util.Objects.requireNonNull(cargo.get(b.cargo()))
                                .grossG())
                        .sum();
    }

    /** With the pallet itself. */
    public int heightMm() {
        return pallet.deckMm()
                + boxes.stream().mapToInt(b -> b.z() + b.dz()).max().orElse(0);
    }

    /** Share of the boxes above the lowest layer that hold two or more boxes together, 0 to 1; 1 where all stand on the deck. */
    public double interlock() {
        var above = boxes.stream().filter(b -> b.z() > 0).toList();
        return above.isEmpty()
                ? 1
                : (double) above.stream().filter(this::bridges).count() / above.size();
    }

    private boolean bridges(Stowed box) {
        return boxes.stream().filter(below -> bears(below, box)).count() > 1;
    }

    private static boolean bears(Stowed below, Stowed box) {
        return below.z() + below.dz() == box.z()
                && below.x() < box.x() + box.dx()
                && box.x() < below.x() + below.dx()
                && below.y() < box.y() + box.dy()
                && box.y() < below.y() + below.dy();
    }

    /** What is wrong with it, by the independent checker. */
    public List<Finding> check() {
        var offer = problem.fleet().get(0);
        return LoadChecker.check(problem, List.of(new LoadAnswer.Loaded(offer, boxes)));
    }

    /** It as one box; it may be turned on the floor, never tipped. */
    public Cargo cargo() {
        var sizes = List.of(
                pallet.lengthMm() + 2 * pallet.overhangMm(), pallet.widthMm() + 2 * pallet.overhangMm(), heightMm());
        var strength = pallet.mostOnTopG() > 0 ? new Cargo.Strength(pallet.mostOnTopG(), 1) : new Cargo.Strength(0, 0);
        return new Cargo(no, sizes, List.of(false, false, true), 1, grossG(), strength, sorting, 0);
    }

    PalletLoad with(List<Stowed> boxes) {
        return new PalletLoad(no, pallet, sorting, problem, boxes);
    }
}
