package org.tongdao.terms;

/** Track gauge: China, the EU and Türkiye run on 1435 mm; Kazakhstan, Russia, Belarus and Central Asia on 1520 mm. */
public enum Gauge {
    STANDARD_1435(1435),
    BROAD_1520(1520);

    private final int millimetres;

    Gauge(int millimetres) {
        this.millimetres = millimetres;
    }

    public int millimetres() {
        return millimetres;
    }

    public static Gauge ofMillimetres(int millimetres) {
        for (Gauge gauge : values()) {
            if (gauge.millimetres == millimetres) {
                return gauge;
            }
        }
        throw new IllegalArgumentException("no gauge of " + millimetres + " mm");
    }
}
