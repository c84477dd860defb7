package org.tongdao.loading;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Alike boxes that are to be loaded; a parcel is a cargo of quantity 1.
 *
 * @param id names it in plans and findings, unique in a problem
 * @param sizesMm three lengths
 * @param upright whether the length of the same index may stand vertical; at least one
 * @param grossG of one box
 * @param strength what one box bears
 * @param sorting where it belongs
 * @param value of one box, in any unit, for the objective VALUE
 */
public record Cargo(
        String id,
        List<Integer> sizesMm,
        List<Boolean> upright,
        int quantity,
        long grossG,
        Strength strength,
        Sorting sorting,
        double value) {

    /**
     * What may stand on a box.
     *
     * @param mostOnTopG mass, as it comes down through all boxes above; {@code Long.MAX_VALUE} for no limit
     * @param mostLayers boxes one above the other on it; {@code Integer.MAX_VALUE} for no limit
     */
    public record Strength(long mostOnTopG, int mostLayers) {

        public static final Strength ANY = new Strength(Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * What a box has to do with others.
     *
     * @param stop order of unloading, from 1; what leaves later never blocks what leaves earlier
     * @param group declaration, consignee, regime …: with {@link LoadRules#wholeGroups} a group travels in one container or not at all; empty for none
     * @param kind what separation rules speak of; empty for none
     * @param held under an open customs control: it stands where it can be taken out before all others
     */
    public record Sorting(int stop, String group, String kind, boolean held) {

        public static final Sorting NONE = new Sorting(1, "", "", false);
    }

    /** A box that may stand any way and knows no limits. */
    public static Cargo of(String id, List<Integer> sizesMm, int quantity, long grossG) {
        return new Cargo(id, sizesMm, List.of(true, true, true), quantity, grossG, Strength.ANY, Sorting.NONE, 0);
    }

    public Cargo with(List<Boolean> upright) {
        return new Cargo(id, sizesMm, upright, quantity, grossG, strength, sorting, value);
    }

    public Cargo with(Strength strength) {
        return new Cargo(id, sizesMm, upright, quantity, grossG, strength, sorting, value);
    }

    public Cargo with(Sorting sorting) {
        return new Cargo(id, sizesMm, upright, quantity, grossG, strength, sorting, value);
    }

    Cargo with(int quantity) {
        return new Cargo(id, sizesMm, upright, quantity, grossG, strength, sorting, value);
    }

    public long volumeMm3() {
        return (long) sizesMm.get(0) * sizesMm.get(1) * sizesMm.get(2);
    }

    /** The order in which it comes out: held boxes first, then stop by stop. */
    int turn() {
        return sorting.held() ? 0 : sorting.stop();
    }

    /** Whether it can be brought into a container and stand in it at all. */
    boolean goesInto(ContainerType type) {
        var ways = through(type.door());
        var inner = type.inner();
        for (int up = 0; up < 3; up++) {
            int a = sizesMm.get((up + 1) % 3);
            int b = sizesMm.get((up + 2) % 3);
            boolean lies =
                    a <= inner.lengthMm() && b <= inner.widthMm() || b <= inner.lengthMm() && a <= inner.widthMm();
            if (ways.get(up) && sizesMm.get(up) <= inner.heightMm() && lies) {
                return true;
            }
        }
        return false;
    }

    /** Whether each of its lengths may stand vertical where it comes in through a door; turned about the vertical, no more. */
    List<Boolean> through(ContainerType.Door door) {
        return IntStream.range(0, 3)
                .mapToObj(up -> upright.get(up)
                        && sizesMm.get(up) <= door.heightMm()
                        && Math.min(sizesMm.get((up + 1) % 3), sizesMm.get((up + 2) % 3)) <= door.widthMm())
                .toList();
    }
}
