package org.tongdao.loading;

import org.tongdao.loading.LoadAnswer.Loaded;

/** The figures of a loaded container counted anew for {@code pack check}, without a line of {@link LoadFigures#of}, which told them. */
public final class LoadCount {

    private long volumeMm3;
    private double mass;
    private double front;
    private int reach;
    private final double[] twiceMoment = new double[3];

    private LoadCount() {}

    public static LoadFigures of(LoadProblem problem, Loaded loaded) {
        var count = new LoadCount();
        var cargo = problem.byId();
        double half = loaded.offer().type().inner().lengthMm() / 2.0;
        for (var box : loaded.boxes()) {
            var c = cargo.get(box.cargo());
            count.add(box, c == null ? 0 : c.grossG(), half);
        }
        return count.figures(loaded);
    }

    private void add(LoadProblem.Stowed box, double grams, double half) {
        volumeMm3 += (long) box.dx() * box.dy() * box.dz();
        mass += grams;
        twiceMoment[0] += grams * (2.0 * box.x() + box.dx());
        twiceMoment[1] += grams * (2.0 * box.y() + box.dy());
        twiceMoment[2] += grams * (2.0 * box.z() + box.dz());
        double before = Math.min(half, (double) box.x() + box.dx()) - Math.min(half, box.x());
        front += grams * before / box.dx();
        reach = Math.max(reach, box.x() + box.dx());
    }

    private LoadFigures figures(Loaded loaded) {
        var type = loaded.offer().type();
        var inner = type.inner();
        boolean weighs = mass > 0;
        return new LoadFigures(
                type.code(),
                loaded.boxes().size(),
                (double) volumeMm3 / ((long) inner.lengthMm() * inner.widthMm() * inner.heightMm()),
                Math.round(mass),
                mass / (type.maxGrossG() - type.tareG()),
                weighs ? twiceMoment[0] / mass / 2 / inner.lengthMm() - 0.5 : 0,
                weighs ? twiceMoment[1] / mass / 2 / inner.widthMm() - 0.5 : 0,
                weighs ? twiceMoment[2] / mass / 2 / inner.heightMm() : 0,
                weighs ? front / mass : 0.5,
                inner.lengthMm() - reach);
    }
}
