package org.tongdao.loading;

/**
 * What a loaded container is told by.
 *
 * @param fill share of the inner volume, 0 to 1
 * @param payloadShare mass in parts of the payload
 * @param eccentricityX distance of the centre of gravity from the middle in parts of the inner length, towards the door; Y: of the width
 * @param centreHeight of the centre of gravity in parts of the inner height
 * @param frontShare share of the mass in the half at the front wall
 * @param doorGapMm between the last box and the door; above 150 mm it needs securing
 */
public record LoadFigures(
        String type,
        int boxes,
        double fill,
        long massG,
        double payloadShare,
        double eccentricityX,
        double eccentricityY,
        double centreHeight,
        double frontShare,
        int doorGapMm) {

    public static LoadFigures of(LoadProblem problem, LoadAnswer.Loaded loaded) {
        var type = loaded.offer().type();
        var inner = type.inner();
        var cargo = problem.byId();
        long mass = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        double front = 0;
        int reach = 0;
        for (var b : loaded.boxes()) {
            var c = cargo.get(b.cargo());
            long g = c == null ? 0 : c.grossG();
            mass += g;
            x += g * (b.x() + b.dx() / 2.0);
            y += g * (b.y() + b.dy() / 2.0);
            z += g * (b.z() + b.dz() / 2.0);
            front += g * Math.max(0, Math.min(1, (inner.lengthMm() / 2.0 - b.x()) / b.dx()));
            reach = Math.max(reach, b.x() + b.dx());
        }
        double all = Math.max(1, mass);
        return new LoadFigures(
                type.code(),
                loaded.boxes().size(),
                loaded.fill(),
                mass,
                (double) mass / type.payloadG(),
                mass == 0 ? 0 : x / all / inner.lengthMm() - 0.5,
                mass == 0 ? 0 : y / all / inner.widthMm() - 0.5,
                z / all / inner.heightMm(),
                mass == 0 ? 0.5 : front / all,
                inner.lengthMm() - reach);
    }
}
