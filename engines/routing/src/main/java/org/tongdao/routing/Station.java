package org.tongdao.routing;

import java.time.ZoneId;

/**
 * A place of the freight network where goods change vehicles, wait, are checked or come to their end.
 *
 * @param id unique in the network
 * @param country ISO 3166-1 alpha-2
 * @param zone of its clock; opening hours and departures are local
 * @param hours when it takes goods in and hands them over; what comes outside waits for the next opening
 */
public record Station(
        String id,
        String nameEn,
        String nameZh,
        String country,
        double lat,
        double lon,
        ZoneId zone,
        OpeningHours hours,
        Handling handling,
        Storage storage,
        Check check,
        String source) {

    /**
     * From a vehicle that came to goods that can go on.
     *
     * @param minutes for a change on the same gauge or from and to the road
     * @param cost minor units a forty-foot container
     * @param transloadMinutes for a change between gauges, all in; below 0: not possible here
     * @param transloadCost minor units a container, in place of {@code cost}
     */
    public record Handling(int minutes, int cost, int transloadMinutes, int transloadCost) {

        boolean transloads() {
            return transloadMinutes >= 0;
        }
    }

    /**
     * What waiting costs: nothing for the free time, then by the minute.
     *
     * @param freeMinutes from the end of handling
     * @param costPerDay minor units a container
     */
    public record Storage(int freeMinutes, int costPerDay) {

        /** Of goods that wait this long, in minor units; rounded down. */
        int cost(int waitMinutes) {
            return waitMinutes <= freeMinutes ? 0 : (int) ((long) costPerDay * (waitMinutes - freeMinutes) / 1440);
        }
    }

    /**
     * What may be added to the time here, beyond the plan.
     *
     * @param dwell the queue of each container
     * @param inspectionShare of containers that customs opens, 0 to 1
     * @param inspection how long that takes
     * @param risk share of containers that come to harm or are lost to the plan here, 0 to 1
     */
    public record Check(Triangle dwell, double inspectionShare, Triangle inspection, double risk) {

        /** Nothing is ever added. */
        public static final Check NONE = new Check(Triangle.NONE, 0, Triangle.NONE, 0);
    }

    Station with(OpeningHours otherHours, Handling other) {
        return new Station(id, nameEn, nameZh, country, lat, lon, zone, otherHours, other, storage, check, source);
    }
}
