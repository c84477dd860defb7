package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tongdao.loading.LoadProblem.Stowed;

/** Whether a box is as its cargo says, stands as it may, came in through the door and lies inside. */
final class PositionCheck {

    record Fault(String rule, String maybe) {}

    private final ContainerType type;

    PositionCheck(ContainerType type) {
        this.type = type;
    }

    /** @param stood whether it stands already, so that it has come in */
    List<Fault> faults(Stowed b, Cargo c, boolean stood) {
        var faults = new ArrayList<Fault>();
        if (!isInside(b)) {
            faults.add(new Fault("LOAD-OUTSIDE", "The container measures " + type.inner() + " inside."));
        }
        if (!isUpright(b, c)) {
            faults.add(new Fault("LOAD-ORIENTATION", "It measures " + c.sizesMm() + " and may not stand so."));
        }
        if (!stood && !passesDoor(b)) {
            var door = type.door();
            faults.add(new Fault(
                    "LOAD-DOOR", "The door is " + door.widthMm() + " mm wide and " + door.heightMm() + " mm high."));
        }
        return faults;
    }

    private boolean isInside(Stowed b) {
        var inner = type.inner();
        return b.x() >= 0
                && b.y() >= 0
                && b.z() >= 0
                && (long) b.x() + b.dx() <= inner.lengthMm()
                && (long) b.y() + b.dy() <= inner.widthMm()
                && (long) b.z() + b.dz() <= inner.heightMm();
    }

    private static boolean isUpright(Stowed b, Cargo c) {
        int[] is = {b.dx(), b.dy(), b.dz()};
        int[] was = c.sizesMm().stream().mapToInt(Integer::intValue).toArray();
        boolean upright = false;
        for (int up = 0; up < was.length; up++) {
            upright |= c.upright().get(up) && was[up] == b.dz();
        }
        Arrays.sort(is);
        Arrays.sort(was);
        return upright && Arrays.equals(is, was);
    }

    private boolean passesDoor(Stowed b) {
        var door = type.door();
        return b.dz() <= door.heightMm() && (b.dx() <= door.widthMm() || b.dy() <= door.widthMm());
    }
}
