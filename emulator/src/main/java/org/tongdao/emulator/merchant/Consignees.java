package org.tongdao.emulator.merchant;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Invented people at real-looking addresses in Kazakhstan, Tajikistan, Poland and Hungary. */
final class Consignees {

    /** Whom an order goes to. */
    record Person(String name, String phone, String country, String city, String address, String postcode) {}

    private final Weighted<NamedCsvRecord> places =
            Weighted.of(Tables.read("places.csv"), r -> Integer.parseInt(r.getField("share")));
    private final Map<String, NamedCsvRecord> names =
            Tables.read("names.csv").stream().collect(Collectors.toMap(r -> r.getField("country"), r -> r));

    Person draw(RandomGenerator random) {
        var place = places.draw(random);
        var country = place.getField("country");
        var people = names.get(country);
        if (people == null) {
            throw new IllegalStateException("no names for " + country);
        }
        return new Person(
                name(country, people, random),
                phone(country, Tables.list(people, "mobile"), random),
                country,
                place.getField("city"),
                address(country, Tables.any(Tables.list(place, "streets"), random), random),
                Tables.digits(place.getField("postcode"), random));
    }

    private static String name(String country, NamedCsvRecord people, RandomGenerator random) {
        var first = Tables.any(Tables.list(people, "first"), random);
        var last = Tables.any(Tables.list(people, "last"), random);
        boolean woman = first.endsWith("а")
                || first.endsWith("я")
                || first.endsWith("a")
                || List.of("Айгүл", "Асель", "Сауле", "Гүлнар").contains(first);
        return switch (country) {
            case "HU" -> last + " " + first;
            case "PL" ->
                first + " " + (woman && last.endsWith("ski") ? last.substring(0, last.length() - 1) + "a" : last);
            default -> first + " " + (woman && last.endsWith("в") ? last + "а" : last);
        };
    }

    private static String phone(String country, List<String> mobiles, RandomGenerator random) {
        var start = Tables.any(mobiles, random);
        return switch (country) {
            case "KZ" -> Tables.digits(start + " ### ## ##", random);
            case "PL" -> Tables.digits(start + " ### ###", random);
            default -> Tables.digits(start + " ### ####", random);
        };
    }

    private static String address(String country, String street, RandomGenerator random) {
        int house = 1 + random.nextInt(180);
        int flat = 1 + random.nextInt(90);
        return switch (country) {
            case "PL" -> street + " " + house + "/" + flat;
            case "HU" -> street + " " + house + ". " + (1 + flat % 6) + ". em. " + (1 + flat % 12);
            case "TJ" -> street + " " + house + ", хонаи " + flat;
            default -> street + " " + house + ", кв. " + flat;
        };
    }
}
