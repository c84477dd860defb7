package org.tongdao.loading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Adds to a train what still fits, and exchanges boxes of it for worthier ones that fit in their place. */
final class TrainFill {

    private final TrainRules rules;
    private final List<TrainBox> boxes;
    private final int most;

    TrainFill(TrainRules rules, List<TrainBox> boxes, int most) {
        this.rules = rules;
        this.boxes = boxes;
        this.most = most;
    }

    long mass(List<int[]> wagons) {
        long mass = 0;
        for (var wagon : wagons) {
            for (int i : wagon) {
                mass += boxes.get(i).grossG();
            }
        }
        return mass;
    }

    /** A better train or the same; what is fixed to stay out is never taken. */
    List<int[]> fill(List<int[]> given, int[] fixed) {
        var wagons = new ArrayList<int[]>();
        given.forEach(w -> wagons.add(w.clone()));
        var in = new BitSet();
        given.forEach(w -> java.util.Arrays.stream(w).forEach(in::set));
        long room = rules.limits().maxBoxesG() - mass(given);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < boxes.size(); i++) {
                if (!in.get(i) && fixed[i] != TrainTable.OUT) {
                    long used = add(wagons, i, room);
                    used = used == Long.MIN_VALUE ? exchange(wagons, i, room, in, fixed) : used;
                    if (used != Long.MIN_VALUE) {
                        in.set(i);
                        room -= used;
                        changed = true;
                    }
                }
            }
        }
        return wagons;
    }

    private long add(List<int[]> wagons, int i, long room) {
        var box = boxes.get(i);
        if (box.grossG() > room) {
            return Long.MIN_VALUE;
        }
        for (int w = 0; w < wagons.size() && box.isTwenty(); w++) {
            var wagon = wagons.get(w);
            if (wagon.length == 1 && goWith(wagon[0], i)) {
                wagons.set(w, new int[] {wagon[0], i});
                return box.grossG();
            }
        }
        if (wagons.size() < most) {
            wagons.add(new int[] {i});
            return box.grossG();
        }
        return Long.MIN_VALUE;
    }

    private boolean goWith(int a, int b) {
        var one = boxes.get(a);
        var other = boxes.get(b);
        return one.isTwenty() && other.isTwenty() && one.route().equals(other.route()) && rules.mayPair(one, other);
    }

    private long exchange(List<int[]> wagons, int i, long room, BitSet in, int[] fixed) {
        var box = boxes.get(i);
        for (var wagon : wagons) {
            for (int k = 0; k < wagon.length; k++) {
                var old = boxes.get(wagon[k]);
                long more = box.grossG() - old.grossG();
                boolean partner = wagon.length == 1 || goWith(wagon[1 - k], i);
                if (fixed[wagon[k]] != TrainTable.IN && box.worth() > old.worth() && more <= room && partner) {
                    in.clear(wagon[k]);
                    wagon[k] = i;
                    return more;
                }
            }
        }
        return Long.MIN_VALUE;
    }
}
