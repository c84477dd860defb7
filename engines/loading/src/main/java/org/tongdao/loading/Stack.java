package org.tongdao.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Boxes on top of each other, each standing whole on the one below. */
final class Stack {

    final int dx;
    final int dy;
    final List<Box> boxes = new ArrayList<>();
    int height;
    long grossG;

    Stack(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    boolean takes(Box box, int maxHeight) {
        var top = boxes.isEmpty() ? null : boxes.get(boxes.size() - 1);
        boolean stands = top == null
                || longSide(box) <= longSide(top)
                        && shortSide(box) <= shortSide(top)
                        && box.grossG() <= top.grossG() * 2;
        return stands
                && longSide(box) <= dx
                && shortSide(box) <= dy
                && height + box.size().heightMm() <= maxHeight;
    }

    void add(Box box) {
        boxes.add(box);
        height += box.size().heightMm();
        grossG += box.grossG();
    }

    static int longSide(Box box) {
        return Math.max(box.size().lengthMm(), box.size().widthMm());
    }

    static int shortSide(Box box) {
        return Math.min(box.size().lengthMm(), box.size().widthMm());
    }

    /** Larger footprints first, heavier first, so that what is small and light ends on top. */
    static Comparator<Box> baseFirst() {
        return Comparator.comparingInt((Box b) -> -longSide(b))
                .thenComparingInt(b -> -shortSide(b))
                .thenComparingLong(b -> -b.grossG())
                .thenComparing(Box::id);
    }
}
