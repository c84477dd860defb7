package org.tongdao.dispatch;

import static org.tongdao.yard.YardStage.ARRIVAL_CHECK;
import static org.tongdao.yard.YardStage.CUSTOMS;
import static org.tongdao.yard.YardStage.DEPARTURE;
import static org.tongdao.yard.YardStage.INSPECTION;
import static org.tongdao.yard.YardStage.MARSHALLING;
import static org.tongdao.yard.YardStage.PLACING;
import static org.tongdao.yard.YardStage.PULL_OUT;
import static org.tongdao.yard.YardStage.TRANSLOADING;
import static org.tongdao.yard.YardStage.WAYBILLING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.Spread;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;

/** The stages of a train, what each waits for and needs: customs and the gauge change fork after the arrival check and join before waybilling (I-22). */
final class Flow {

    private Flow() {}

    static List<YardStage> stages(TrainHere train) {
        if (!train.changesGauge()) {
            return train.inspected()
                    ? List.of(ARRIVAL_CHECK, CUSTOMS, INSPECTION, DEPARTURE)
                    : List.of(ARRIVAL_CHECK, CUSTOMS, DEPARTURE);
        }
        return train.inspected()
                ? List.of(YardStage.values())
                : List.of(ARRIVAL_CHECK, CUSTOMS, PLACING, TRANSLOADING, PULL_OUT, WAYBILLING, MARSHALLING, DEPARTURE);
    }

    static List<YardStage> before(TrainHere train, YardStage stage) {
        var supervision = train.inspected() ? INSPECTION : CUSTOMS;
        return switch (stage) {
            case ARRIVAL_CHECK -> List.of();
            case CUSTOMS, PLACING -> List.of(ARRIVAL_CHECK);
            case INSPECTION -> List.of(CUSTOMS);
            case TRANSLOADING -> List.of(PLACING);
            case PULL_OUT -> List.of(TRANSLOADING);
            case WAYBILLING -> List.of(PULL_OUT, supervision);
            case MARSHALLING -> List.of(WAYBILLING);
            case DEPARTURE -> List.of(train.changesGauge() ? MARSHALLING : supervision);
        };
    }

    static YardResource shownOn(YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> YardResource.RECEIVING_TRACK;
            case CUSTOMS -> YardResource.CUSTOMS_LANE;
            case INSPECTION -> YardResource.INSPECTION_BAY;
            case PLACING, TRANSLOADING -> YardResource.TRANSLOAD_TRACK;
            case PULL_OUT -> YardResource.DEPARTURE_TRACK;
            case WAYBILLING -> YardResource.WAYBILL_DESK;
            case MARSHALLING -> YardResource.MARSHALLING_CREW;
            case DEPARTURE -> YardResource.PATH;
        };
    }

    static Optional<YardResource> second(YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> Optional.of(YardResource.CHECK_CREW);
            case PLACING, PULL_OUT -> Optional.of(YardResource.LOCOMOTIVE);
            case TRANSLOADING -> Optional.of(YardResource.CRANE);
            default -> Optional.empty();
        };
    }

    /** Whether the unit stays taken after the step, until a later stage frees it. */
    static boolean keepsTrack(YardStage stage) {
        return stage == ARRIVAL_CHECK || stage == PLACING || stage == PULL_OUT;
    }

    /** The stage whose end frees the track that this one takes. */
    static YardStage freedBy(TrainHere train, YardStage stage) {
        return switch (stage) {
            case ARRIVAL_CHECK -> train.changesGauge() ? PLACING : DEPARTURE;
            case PLACING -> PULL_OUT;
            default -> DEPARTURE;
        };
    }

    /** The usual duration at this station. */
    static Duration usual(YardStation station, TrainHere train, YardStage stage) {
        return stage == TRANSLOADING
                ? Duration.ofSeconds(station.crane().seconds(train.containers()))
                : spread(station, stage).map(s -> seconds(s.mode())).orElse(headway(station));
    }

    /** The least duration at this station: what is told to be faster deserves a second look. */
    static Duration least(YardStation station, TrainHere train, YardStage stage) {
        return stage == TRANSLOADING
                ? Duration.ofSeconds(station.crane().seconds(train.containers()) / 2)
                : spread(station, stage).map(s -> seconds(s.min())).orElse(Duration.ZERO);
    }

    private static Duration headway(YardStation station) {
        return seconds(station.times().headwayMinutes());
    }

    private static Optional<Spread> spread(YardStation station, YardStage stage) {
        var times = station.times();
        return switch (stage) {
            case ARRIVAL_CHECK -> Optional.of(times.arrivalCheck());
            case CUSTOMS -> Optional.of(times.customs());
            case INSPECTION -> Optional.of(times.inspection());
            case PLACING -> Optional.of(times.placing());
            case PULL_OUT -> Optional.of(times.pullOut());
            case WAYBILLING -> Optional.of(times.waybilling());
            case MARSHALLING -> Optional.of(times.marshalling());
            case TRANSLOADING, DEPARTURE -> Optional.empty();
        };
    }

    private static Duration seconds(double minutes) {
        return Duration.ofSeconds(Math.round(60 * minutes));
    }
}
