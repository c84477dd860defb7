package org.tongdao.visibility;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.tracking.Milestone;

/** What happened in each part of the tree, said in events. Every method may be called again without effect. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Facts {

    private static final List<Milestone> ON_TRAINS = List.of(
            Milestone.T090,
            Milestone.T100,
            Milestone.T110,
            Milestone.T120,
            Milestone.T130,
            Milestone.T170,
            Milestone.T180);
    private static final List<Milestone> ON_PARCELS = List.of(
            Milestone.T020,
            Milestone.T030,
            Milestone.T190,
            Milestone.T220,
            Milestone.T230,
            Milestone.T240,
            Milestone.T250,
            Milestone.T900);

    private final EpcisLog log;

    Facts(EpcisLog log) {
        this.log = log;
    }

    public void accepted(String batches) {
        log.append(Milestone.T010, ParcelSql.ACCEPTED, batches);
    }

    public void cleared(String parcels) {
        log.append(Milestone.T040, ParcelSql.CLEARED, parcels);
    }

    public void held(String parcels, String cause, Instant at) {
        Map<String, Object> hold =
                Map.of("bizStep", "holding", "disposition", "reserved", "cause", cause, "at", Timestamp.from(at));
        log.append(Milestone.T120, ParcelSql.HELD, parcels, hold);
    }

    public void bagged(String bags) {
        log.append(Milestone.T050, UnitSql.BAGGED, bags);
    }

    public void stuffed(String containers) {
        log.append(Milestone.T060, UnitSql.STUFFED, containers);
    }

    /** Everything told of these trains so far; their consist becomes a fact when they depart. */
    public void trains(String trains) {
        log.append(Milestone.T070, TrainSql.LOADED, trains);
        log.append(Milestone.T080, TrainSql.MARSHALLED, trains);
        for (Milestone milestone : ON_TRAINS) {
            log.append(milestone, TrainSql.SEEN, trains);
        }
        log.append(Milestone.T160, TrainSql.REWAYBILLED, trains);
    }

    public void transloaded(String containers) {
        log.append(Milestone.T140, TrainSql.LIFTED_OFF, containers);
        log.append(Milestone.T150, TrainSql.LIFTED_ON, containers);
    }

    public void received(String containers) {
        log.append(Milestone.T200, UnitSql.RECEIVED, containers);
    }

    public void moved(Milestone milestone, String parcels) {
        log.append(milestone, milestone == Milestone.T210 ? UnitSql.UNPACKED : ParcelSql.MOVED, parcels);
    }

    /** Each scan that did something is seen as one event; only receiving and labelling are milestones of their own. */
    public void scanned(String scans) {
        log.append(Milestone.T020, ScanSql.RECEIVED, scans);
        log.append(Milestone.T030, ScanSql.LABELLED, scans);
        log.append(Milestone.T120, ScanSql.STOPPED, scans, Map.of("bizStep", "holding", "disposition", "reserved"));
        log.append(Milestone.T120, ScanSql.RELEASED, scans, seen("inspecting", "conformant"));
        log.append(Milestone.T050, ScanSql.OTHER, scans, seen("packing", "in_progress"));
        log.append(Milestone.T050, ScanSql.TAKEN_OUT, scans, seen("unpacking", "in_progress"));
        var opened = new HashMap<>(seen("unpacking", "in_progress"));
        opened.putAll(Map.of("form", "AGGREGATION", "action", "DELETE"));
        log.append(Milestone.T050, ScanSql.OPENED, scans, opened);
    }

    /** Parcels in the hands of the inspectors, and those that go on. */
    public void pulls(String pulls) {
        log.append(Milestone.T120, PullSql.PULLED, pulls, Map.of("bizStep", "holding", "disposition", "reserved"));
        log.append(Milestone.T120, PullSql.GOES_ON, pulls, seen("inspecting", "conformant"));
    }

    /** An event beside the milestones. */
    private static Map<String, Object> seen(String bizStep, String disposition) {
        return Map.of(
                "milestone", "", "form", "OBJECT", "action", "OBSERVE", "bizStep", bizStep, "disposition", disposition);
    }

    /** Brings the log up to all recorded facts; holds are told by events only. */
    public void catchUp() {
        accepted(EpcisLog.ALL);
        cleared(EpcisLog.ALL);
        bagged(EpcisLog.ALL);
        stuffed(EpcisLog.ALL);
        trains(EpcisLog.ALL);
        transloaded(EpcisLog.ALL);
        received(EpcisLog.ALL);
        scanned(EpcisLog.ALL);
        pulls(EpcisLog.ALL);
        moved(Milestone.T210, EpcisLog.ALL);
        ON_PARCELS.forEach(milestone -> moved(milestone, EpcisLog.ALL));
    }
}
