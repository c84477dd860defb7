package org.tongdao.customs;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the parcels of a container into transit declarations (NCTS5 CC015C): so many house consignments and items each as the system takes. Sources differ
 * on the number of houses (99 or 1,999), so it is data.
 */
public final class TransitHouses {

    /** One house consignment: a parcel and how many items it has. */
    public record House(String waybillNo, int items) {}

    private TransitHouses() {}

    /**
     * Fills declarations in the order given, none above either limit.
     *
     * @param maxHouses from the rule {@code transit-houses}
     * @param maxItems from the rule {@code transit-items}
     */
    public static List<List<House>> declarations(List<House> houses, int maxHouses, int maxItems) {
        if (maxHouses < 1 || maxItems < 1) {
            throw new IllegalArgumentException(
                    "limits " + maxHouses + " and " + maxItems + ". Maybe a rule is missing.");
        }
        var declarations = new ArrayList<List<House>>();
        var open = new ArrayList<House>();
        int items = 0;
        for (var house : houses) {
            if (house.items() < 1 || house.items() > maxItems) {
                throw new IllegalArgumentException(house + " does not fit a declaration of " + maxItems + " items");
            }
            if (open.size() == maxHouses || items + house.items() > maxItems) {
                declarations.add(List.copyOf(open));
                open.clear();
                items = 0;
            }
            open.add(house);
            items += house.items();
        }
        if (!open.isEmpty()) {
            declarations.add(List.copyOf(open));
        }
        return declarations;
    }
}
