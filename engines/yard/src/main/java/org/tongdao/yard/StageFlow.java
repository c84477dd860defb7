package org.tongdao.yard;

import static org.tongdao.yard.YardResource.CHECK_CREW;
import static org.tongdao.yard.YardResource.CRANE;
import static org.tongdao.yard.YardResource.CUSTOMS_LANE;
import static org.tongdao.yard.YardResource.DEPARTURE_TRACK;
import static org.tongdao.yard.YardResource.INSPECTION_BAY;
import static org.tongdao.yard.YardResource.LOCOMOTIVE;
import static org.tongdao.yard.YardResource.MARSHALLING_CREW;
import static org.tongdao.yard.YardResource.PATH;
import static org.tongdao.yard.YardResource.RECEIVING_TRACK;
import static org.tongdao.yard.YardResource.TRANSLOAD_TRACK;
import static org.tongdao.yard.YardResource.WAYBILL_DESK;

import java.util.List;

/**
 * What each step takes, in order, and gives back at its end.
 *
 * <p>Tracks are taken one way only (receiving, transload, departure) and each before the locomotive, so a train that holds a locomotive waits for
 * nothing: no ring of waiting trains can close.
 */
final class StageFlow {

    private StageFlow() {}

    static List<YardResource> takes(YardStage stage, TakeOrder order) {
        return switch (stage) {
            case ARRIVAL_CHECK -> List.of(RECEIVING_TRACK, CHECK_CREW);
            case CUSTOMS -> List.of(CUSTOMS_LANE);
            case INSPECTION -> List.of(INSPECTION_BAY);
            case PLACING -> move(TRANSLOAD_TRACK, order);
            case TRANSLOADING -> List.of(CRANE);
            case PULL_OUT -> move(DEPARTURE_TRACK, order);
            case WAYBILLING -> List.of(WAYBILL_DESK);
            case MARSHALLING -> List.of(MARSHALLING_CREW);
            case DEPARTURE -> List.of(PATH);
        };
    }

    /** What is free again after a step; {@code changesGauge} because a through train never leaves its receiving track before it departs. */
    static List<YardResource> gives(YardStage stage, boolean changesGauge) {
        return switch (stage) {
            case ARRIVAL_CHECK -> List.of(CHECK_CREW);
            case CUSTOMS -> List.of(CUSTOMS_LANE);
            case INSPECTION -> List.of(INSPECTION_BAY);
            case PLACING -> List.of(LOCOMOTIVE, RECEIVING_TRACK);
            case TRANSLOADING -> List.of(CRANE);
            case PULL_OUT -> List.of(LOCOMOTIVE, TRANSLOAD_TRACK);
            case WAYBILLING -> List.of(WAYBILL_DESK);
            case MARSHALLING -> List.of(MARSHALLING_CREW);
            case DEPARTURE -> List.of(PATH, changesGauge ? DEPARTURE_TRACK : RECEIVING_TRACK);
        };
    }

    /** The resource whose unit a step is shown on. */
    static YardResource shownOn(YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> RECEIVING_TRACK;
            case PLACING, TRANSLOADING -> TRANSLOAD_TRACK;
            case PULL_OUT -> DEPARTURE_TRACK;
            default -> takes(stage, TakeOrder.TRACK_FIRST).get(0);
        };
    }

    private static List<YardResource> move(YardResource track, TakeOrder order) {
        return order == TakeOrder.TRACK_FIRST ? List.of(track, LOCOMOTIVE) : List.of(LOCOMOTIVE, track);
    }
}
