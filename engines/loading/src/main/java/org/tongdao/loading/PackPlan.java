package org.tongdao.loading;

import java.util.List;

/**
 * Where each box stands.
 *
 * @param nodes partial loads that were completed to find it
 */
public record PackPlan(PackProblem problem, List<Place> places, long nodes) {

    /** One box: its type, the corner nearest to the origin, its lengths as it stands. */
    public record Place(int type, int x, int y, int z, int dx, int dy, int dz) {

        Place withType(int id) {
            return new Place(id, x, y, z, dx, dy, dz);
        }

        public long volume() {
            return (long) dx * dy * dz;
        }
    }

    /** Share of the container that is filled, 0 to 1. */
    public double utilisation() {
        return (double) places.stream().mapToLong(Place::volume).sum() / problem.volume();
    }
}
