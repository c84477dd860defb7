package org.tongdao.visibility;

import java.util.Locale;

/** Who a parcel goes to, as far as the public may know. */
record Consignee(String name, String city, String country) {

    /** The first letter and three stars, whatever the length: neither the rest nor its length is told. */
    String maskedName() {
        String plain = name.strip();
        return plain.isEmpty() ? "***" : plain.substring(0, plain.offsetByCodePoints(0, 1)) + "***";
    }

    String destination(Locale language) {
        String land = new Locale.Builder().setRegion(country).build().getDisplayCountry(language);
        return city.isEmpty() ? land : city + ", " + land;
    }

    @Override
    public String toString() {
        return "consignee " + maskedName();
    }
}
