package org.tongdao.loading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxes and the containers they may travel in.
 *
 * @param fleet what can be had; where boxes stand or room is reserved, the first container is of its first type
 * @param reserved room of the first container that stays free
 * @param standing boxes of the first container that stand already and stay; their cargo's quantity does not count them
 */
public record LoadProblem(
        String id,
        List<ContainerOffer> fleet,
        List<Cargo> cargo,
        LoadRules rules,
        List<Room> reserved,
        List<Stowed> standing) {

    /** The longest side of a container or box that is taken in, in millimetres. */
    public static final int MOST_MM = 100_000;

    /** The most boxes of one cargo or type that are taken in. */
    public static final int MOST_BOXES = 100_000;

    /** A cuboid of a container: the corner nearest to front wall, left side and floor, and its lengths, in millimetres. */
    public record Room(int x, int y, int z, int dx, int dy, int dz) {}

    /** One box where it stands, lengths in millimetres as it stands. */
    public record Stowed(String cargo, int x, int y, int z, int dx, int dy, int dz) {

        public long volumeMm3() {
            return (long) dx * dy * dz;
        }
    }

    public static LoadProblem of(String id, ContainerType type, List<Cargo> cargo, LoadRules rules) {
        return new LoadProblem(id, List.of(ContainerOffer.any(type)), cargo, rules, List.of(), List.of());
    }

    public LoadProblem with(List<Cargo> cargo) {
        return new LoadProblem(id, fleet, cargo, rules, reserved, standing);
    }

    public LoadProblem with(LoadRules rules) {
        return new LoadProblem(id, fleet, cargo, rules, reserved, standing);
    }

    /** The same with room kept free and boxes that stand. */
    public LoadProblem with(List<Room> reserved, List<Stowed> standing) {
        return new LoadProblem(id, fleet, cargo, rules, reserved, standing);
    }

    LoadProblem in(ContainerOffer one) {
        return new LoadProblem(id, List.of(one), cargo, rules, reserved, standing);
    }

    Map<String, Cargo> byId() {
        var all = new HashMap<String, Cargo>();
        cargo.forEach(c -> all.put(c.id(), c));
        return all;
    }

    public static boolean isLength(long mm) {
        return mm >= 1 && mm <= MOST_MM;
    }
}
