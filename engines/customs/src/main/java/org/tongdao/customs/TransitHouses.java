package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Cuts the parcels of a container that go to the EU into transit declarations (NCTS5 CC015C): consignment → house consignments → items, so many houses
 * and items each as the system takes. Each house is one parcel with what transit and import ask of it.
 *
 * <p>Sources differ on the number of houses (99 or 1,999), so it is data: the rule {@code transit-houses}, and {@code transit-houses-least}, which every
 * system takes. Data a house needs: reference parcel-data-matrix, column EU transit T1.
 */
public final class TransitHouses {

    private static final List<String> BASIS = List.of("transit-houses", "transit-houses-least", "transit-items");

    /**
     * One house consignment.
     *
     * @param parcel with gross mass in grams; a parcel is one package
     * @param clearance what it costs and lacks at import, empty without rate or rule
     * @param lacks what transit or import asks for and the parcel has not
     */
    public record House(FarParcel parcel, Optional<FarAssessment> clearance, List<Finding> lacks) {

        public House {
            lacks = List.copyOf(lacks);
        }

        /**
         * A parcel as a house.
         *
         * @param against what import found, also why there is no assessment
         */
        public static House of(
                FarParcel parcel, Optional<FarAssessment> clearance, List<Finding> against, FarSide.Rules rules) {
            var lacks = new ArrayList<>(transit(parcel, rules));
            lacks.addAll(against);
            return new House(parcel, clearance, lacks);
        }

        public int items() {
            return parcel.items().size();
        }

        public boolean isComplete() {
            return lacks.stream().noneMatch(Finding::stops);
        }
    }

    /** One transit declaration; its houses count from 1 in this order. */
    public record Declaration(List<House> houses) {

        public Declaration {
            houses = List.copyOf(houses);
        }

        public int items() {
            return houses.stream().mapToInt(House::items).sum();
        }

        public long grossGrams() {
            return houses.stream().mapToLong(h -> h.parcel().grossGrams()).sum();
        }

        public long incomplete() {
            return houses.stream().filter(h -> !h.isComplete()).count();
        }

        public BigDecimal dutyEur() {
            return houses.stream()
                    .flatMap(h -> h.clearance().stream())
                    .map(FarAssessment::dutyEur)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * The declarations of a container.
     *
     * @param maxHouses houses in one declaration at most
     * @param findings houses that fit no declaration
     * @param basis the limits with source and certainty
     */
    public record Plan(List<Declaration> declarations, int maxHouses, List<Finding> findings, List<FarBasis> basis) {

        public Plan {
            declarations = List.copyOf(declarations);
            findings = List.copyOf(findings);
            basis = List.copyOf(basis);
        }

        /** Where a parcel stands: number of its declaration and of its house in it, both from 1. */
        public Optional<Seat> find(String waybillNo) {
            for (int d = 0; d < declarations.size(); d++) {
                var houses = declarations.get(d).houses();
                for (int h = 0; h < houses.size(); h++) {
                    if (houses.get(h).parcel().waybillNo().equals(waybillNo)) {
                        return Optional.of(new Seat(d + 1, declarations.size(), h + 1, houses.get(h)));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Place of a parcel in the declarations of its container. */
    public record Seat(int declaration, int of, int number, House house) {}

    private TransitHouses() {}

    /** Countries that parcels reach in transit of the EU (ISO 3166-1 alpha-2). */
    public static Set<String> countries() {
        return CountryGroup.members("EU");
    }

    /**
     * Fills declarations in the order given, none above either limit.
     *
     * @param houses of parcels to the EU
     * @param maxHouses how many the system of the declarant takes; 0 for the rule
     */
    public static Plan plan(List<House> houses, FarSide.Rules rules, int maxHouses) {
        int most = maxHouses > 0 ? maxHouses : limit(rules, "transit-houses");
        int items = limit(rules, "transit-items");
        var fits = new ArrayList<House>();
        var findings = new ArrayList<Finding>();
        for (var house : houses) {
            if (house.items() <= items) {
                fits.add(house);
            } else {
                findings.add(Finding.error(
                        "TRANSIT-ITEMS",
                        Place.of(house.parcel().waybillNo()),
                        String.valueOf(house.items()),
                        "A declaration takes " + items + " items; send the parcel as two."));
            }
        }
        return new Plan(declarations(fits, most, items), most, findings, rules.basis(BASIS));
    }

    /** Rules of a day without a limit have no transit of this kind: nothing can be cut. */
    private static int limit(FarSide.Rules rules, String rule) {
        return rules.number(rule).map(BigDecimal::intValueExact).orElse(Integer.MAX_VALUE);
    }

    private static List<Declaration> declarations(List<House> houses, int maxHouses, int maxItems) {
        var declarations = new ArrayList<Declaration>();
        var open = new ArrayList<House>();
        int items = 0;
        for (var house : houses) {
            if (open.size() == maxHouses || items + house.items() > maxItems) {
                declarations.add(new Declaration(open));
                open.clear();
                items = 0;
            }
            open.add(house);
            items += house.items();
        }
        if (!open.isEmpty()) {
            declarations.add(new Declaration(open));
        }
        return declarations;
    }

    private static List<Finding> transit(FarParcel parcel, FarSide.Rules rules) {
        var lacks = new ArrayList<Finding>();
        need(lacks, parcel, 0, "sender", !parcel.sender().isBlank(), "Each house names its consignor.");
        need(lacks, parcel, 0, "buyer", !parcel.buyer().isBlank(), "Each house names its consignee.");
        need(lacks, parcel, 0, "address", !parcel.buyerAddress().isBlank(), "Each house has the consignee's address.");
        need(lacks, parcel, 0, "gross_g", parcel.grossGrams() > 0, "Each house has its gross mass.");
        need(lacks, parcel, 0, "items", !parcel.items().isEmpty(), "A house holds at least one item.");
        int digits = rules.number("transit-hs-digits").map(BigDecimal::intValue).orElse(0);
        for (int i = 0; i < parcel.items().size(); i++) {
            var item = parcel.items().get(i);
            need(lacks, parcel, i + 1, "description", !item.description().isBlank(), "Each item is named.");
            need(lacks, parcel, i + 1, "hs", item.hs().value().length() >= digits, "Transit wants HS6.");
        }
        return lacks;
    }

    private static void need(
            List<Finding> lacks, FarParcel parcel, int row, String field, boolean given, String maybe) {
        if (!given) {
            lacks.add(Finding.error("TRANSIT-DATA-MISSING", Place.cell(parcel.waybillNo(), row, field), "", maybe));
        }
    }
}
