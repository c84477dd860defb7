package org.tongdao.loading;

/** Which corner of a space a block goes to: the one that is nearest to a corner of the container, of those from which loads are built. */
final class PackCorner {

    private final PackProblem problem;
    private final boolean stands;
    private boolean fromFront = true;
    private boolean fromDoor = true;

    /** @param stands whether boxes have to stand on something, so that loads are not built from the roof */
    PackCorner(PackProblem problem, boolean stands) {
        this.problem = problem;
        this.stands = stands;
    }

    /**
     * From which ends loads are built.
     *
     * @param front from the front wall
     * @param door from the door
     */
    void from(boolean front, boolean door) {
        fromFront = front;
        fromDoor = door;
    }

    /** The sum of the distances along the axes from the corner of a space to that of the container. */
    long distance(int[] at, int i) {
        int x = farX(at, i) ? problem.length() - at[i + 3] : at[i];
        int y = Math.min(at[i + 1], problem.width() - at[i + 4]);
        int z = stands ? at[i + 2] : Math.min(at[i + 2], problem.height() - at[i + 5]);
        return (long) x + y + z;
    }

    /** Where a block of this length begins. */
    int x(int[] at, int i, int length) {
        return farX(at, i) ? at[i + 3] - length : at[i];
    }

    int y(int[] at, int i, int width) {
        return farY(at, i) ? at[i + 4] - width : at[i + 1];
    }

    int z(int[] at, int i, int height) {
        return farZ(at, i) ? at[i + 5] - height : at[i + 2];
    }

    /** Whether it is the corner towards the door. */
    boolean farX(int[] at, int i) {
        return fromDoor && (!fromFront || problem.length() - at[i + 3] < at[i]);
    }

    boolean farY(int[] at, int i) {
        return problem.width() - at[i + 4] < at[i + 1];
    }

    boolean farZ(int[] at, int i) {
        return !stands && problem.height() - at[i + 5] < at[i + 2];
    }
}
