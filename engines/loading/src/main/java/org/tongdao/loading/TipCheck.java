package org.tongdao.loading;

import java.util.List;
import org.tongdao.loading.LoadProblem.Stowed;

/** Whether a box of which a part of the base is borne would tip: the centre of its base has to lie within the rectangle around all that bears it, not on its edge. */
final class TipCheck {

    private TipCheck() {}

    /** @param below what it touches from above */
    static boolean tips(Stowed box, List<Stowed> below) {
        int left = box.x() + box.dx();
        int right = box.x();
        int near = box.y() + box.dy();
        int far = box.y();
        for (var b : below) {
            left = Math.min(left, b.x());
            right = Math.max(right, b.x() + b.dx());
            near = Math.min(near, b.y());
            far = Math.max(far, b.y() + b.dy());
        }
        double x = box.x() + box.dx() / 2.0;
        double y = box.y() + box.dy() / 2.0;
        return x <= left || x >= right || y <= near || y >= far;
    }
}
