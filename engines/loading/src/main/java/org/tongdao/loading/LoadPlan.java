package org.tongdao.loading;

import java.util.List;

/** A loaded container, its boxes in the order in which the crew puts them in. */
public record LoadPlan(ContainerType type, List<Placement> placements) {

    public long contentG() {
        return placements.stream().mapToLong(Placement::grossG).sum();
    }

    public long grossG() {
        return type.tareG() + contentG();
    }

    /** Share of the inner volume that is filled. */
    public double fill() {
        return placements.stream()
                        .mapToLong(p -> (long) p.dx() * p.dy() * p.dz())
                        .sum()
                / (double) type.inner().volumeMm3();
    }

    /** Distance of the centre of gravity from the middle, in parts of the inner length (x) and width (y). */
    public double eccentricityX() {
        return placements.stream()
                                .mapToDouble(p -> (p.x() + p.dx() / 2.0) * p.grossG())
                                .sum()
                        / contentG()
                        / type.inner().lengthMm()
                - 0.5;
    }

    public double eccentricityY() {
        return placements.stream()
                                .mapToDouble(p -> (p.y() + p.dy() / 2.0) * p.grossG())
                                .sum()
                        / contentG()
                        / type.inner().widthMm()
                - 0.5;
    }
}
