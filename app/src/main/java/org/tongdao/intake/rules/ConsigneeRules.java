package org.tongdao.intake.rules;

import java.util.Locale;
import java.util.Optional;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.RowCells;

/** Whether somebody can be found at the other end. */
final class ConsigneeRules {

    private final Countries countries;
    private final Phones phones = new Phones();

    ConsigneeRules(Countries countries) {
        this.countries = countries;
    }

    OrderHead.Consignee check(RowCells row, RowFindings findings) {
        var country = country(row, findings);
        row.settleCountry(country);
        var name = name(findings);
        var phone = phone(country, findings);
        var city = findings.required(Column.CITY);
        var address = address(findings);
        var postcode = row.get(Column.POSTCODE).toUpperCase(Locale.ROOT);
        if (!country.isEmpty()) {
            checkPlace(country, city, postcode, findings);
        }
        return new OrderHead.Consignee(name, phone, address, city, postcode, country);
    }

    String hub(String country) {
        return countries
                .findDestination(country)
                .map(Countries.Destination::hub)
                .orElse("");
    }

    private String country(RowCells row, RowFindings findings) {
        var text = findings.required(Column.COUNTRY);
        if (text.isEmpty()) {
            return "";
        }
        var mapped = row.layout().mapping().countries().getOrDefault(text, text);
        var code = countries.find(mapped);
        if (code.isEmpty()) {
            findings.error(
                    "COUNTRY-UNKNOWN",
                    Column.COUNTRY,
                    text,
                    "give the two-letter code (KZ, TJ, PL, HU …) or map the name in \"countries\"");
            return "";
        }
        if (countries.findDestination(code.get()).isEmpty()) {
            findings.error(
                    "COUNTRY-NOT-SERVED", Column.COUNTRY, text, "no hub serves " + code.get() + "; see data/hubs.csv");
            return "";
        }
        return code.get();
    }

    private static String name(RowFindings findings) {
        var name = findings.required(Column.NAME);
        long letters = name.codePoints().filter(Character::isLetter).count();
        if (!name.isEmpty() && (letters < 2 || name.length() > 100)) {
            findings.error("NAME-FORMAT", Column.NAME, name, "give the full name of the consignee, 2 to 100 letters");
        }
        return name;
    }

    private String phone(String country, RowFindings findings) {
        var text = findings.required(Column.PHONE);
        if (text.isEmpty() || country.isEmpty() || findings.stopAt(Column.PHONE)) {
            return "";
        }
        var verdict = phones.check(text, country);
        if (!verdict.e164().isEmpty()) {
            return verdict.e164();
        }
        verdict.other()
                .ifPresentOrElse(
                        other -> findings.error(
                                "PHONE-COUNTRY",
                                Column.PHONE,
                                text,
                                "this is a number of " + other + ", the parcel goes to " + country
                                        + "; give a number there"),
                        () -> findings.error(
                                "PHONE-FORMAT",
                                Column.PHONE,
                                text,
                                "not a telephone number of " + country + "; maybe digits are missing"));
        return "";
    }

    private static String address(RowFindings findings) {
        var address = findings.required(Column.ADDRESS);
        long letters = address.codePoints().filter(Character::isLetter).count();
        if (!address.isEmpty() && (letters < 3 || address.length() < 6 || address.length() > 300)) {
            findings.error("ADDRESS-FORMAT", Column.ADDRESS, address, "give street and house, 6 to 300 characters");
        }
        return address;
    }

    private void checkPlace(String country, String city, String postcode, RowFindings findings) {
        Optional<String> where = countries.countryOfCity(city);
        if (where.isPresent() && !where.get().equals(country)) {
            findings.error(
                    "ADDRESS-COUNTRY",
                    Column.CITY,
                    city,
                    "this city lies in " + where.get() + ", the parcel goes to " + country + "; correct one of them");
        }
        countries.findDestination(country).ifPresent(destination -> checkPostcode(destination, postcode, findings));
    }

    private void checkPostcode(Countries.Destination destination, String postcode, RowFindings findings) {
        if (postcode.isEmpty()) {
            if (destination.postcodeRequired()) {
                findings.error(
                        "CELL-EMPTY", Column.POSTCODE, "", "parcels to " + destination.country() + " need a postcode");
            }
            return;
        }
        if (destination.accepts(postcode)) {
            return;
        }
        var elsewhere = countries.elsewhere(postcode, destination.country());
        findings.error(
                elsewhere == null ? "POSTCODE-FORMAT" : "POSTCODE-COUNTRY",
                Column.POSTCODE,
                postcode,
                "not a postcode of " + destination.country()
                        + (elsewhere == null
                                ? "; maybe a leading zero was lost"
                                : ", it looks like one of " + elsewhere));
    }
}
