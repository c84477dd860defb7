package org.tongdao.declaration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.customs.SiteReport;
import org.tongdao.customs.Strictness;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Reports of the supervised site and the carrier, as the desk asks for them: arrival of what a train carries (507), its departure from the country
 * (509), inbound detail of an import bill (711). Each parcel is reported once; what customs refused may be reported again.
 */
@Component
public class SiteReports {

    private static final String ARRIVAL = "ARRIVAL";
    private static final String DEPARTURE = "DEPARTURE";
    private static final String INBOUND = "INBOUND";

    private final SiteStore store;
    private final Desk desk;
    private final Post post;
    private final Settling settling;
    private final JdbcClient jdbc;
    private final Clock clock;

    SiteReports(SiteStore store, Desk desk, Post post, Settling settling, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.post = post;
        this.settling = settling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reports that the parcels in the containers of a train are at the supervised site, one report for each container.
     *
     * @param vehicle what brought them to the site
     * @return what stands against it; empty when it was sent
     */
    @Transactional
    public List<Finding> arrived(long trainId, String vehicle, String who) {
        if (vehicle.isBlank() || vehicle.length() > 100) {
            return List.of(error(
                    "SITE-VEHICLE", "domesticTrafNo", vehicle, "境内运输工具编号: name the vehicle in 1 to 100 characters."));
        }
        lock();
        var now = clock.instant();
        return ofTrain(
                trainId,
                ARRIVAL,
                who,
                (box, number, parcels) -> new SiteReport(
                                number,
                                desk.tools().site(),
                                new SiteReport.Conveyance(vehicle.strip(), box.trainNo(), box.billNo()),
                                now,
                                now,
                                parcels)
                        .arrival(desk.tools().parties()));
    }

    /** Reports that the parcels of a train left the country with it, once the border told so. */
    @Transactional
    public List<Finding> departed(long trainId, String who) {
        lock();
        var now = clock.instant();
        return ofTrain(
                trainId,
                DEPARTURE,
                who,
                (box, number, parcels) -> new SiteReport(
                                number,
                                desk.tools().site(),
                                new SiteReport.Conveyance(box.trainNo(), box.trainNo(), box.billNo()),
                                left(box, now),
                                now,
                                parcels)
                        .departure(desk.tools().parties()));
    }

    /** Reports the declared parcels that came with an import bill, one report for each vehicle. */
    @Transactional
    public List<Finding> inbound(String billNo, String who) {
        lock();
        var bill = billNo.strip();
        var carried = store.ofBill(bill);
        if (carried.isEmpty()) {
            return List.of(error(
                    "SITE-NOTHING", "billNo", bill, "No declared import with this bill waits for its inbound detail."));
        }
        var now = clock.instant();
        var byVehicle = carried.stream()
                .collect(Collectors.groupingBy(
                        c -> new SiteReport.Conveyance(c.vehicle(), c.voyage(), bill),
                        LinkedHashMap::new,
                        Collectors.mapping(c -> new SiteReport.Parcel(c.waybillNo(), ""), Collectors.toList())));
        var wrong = new ArrayList<Finding>();
        byVehicle.forEach((by, parcels) -> {
            var number = "IN%08d".formatted(store.count(INBOUND, 0) + 1);
            var report = new SiteReport(number, desk.tools().site(), by, now, now, parcels);
            wrong.addAll(send(
                    new SiteStore.Put(INBOUND, number, 0, bill, who),
                    List.of(report.inbound(desk.tools().parties())),
                    parcels));
        });
        return wrong;
    }

    /** Makes the documents of one container. */
    private interface Writing {
        List<CebDocument> documents(SiteStore.Box box, String number, List<SiteReport.Parcel> parcels);
    }

    private List<Finding> ofTrain(long trainId, String kind, String who, Writing writing) {
        var boxes = store.boxes(trainId);
        if (kind.equals(DEPARTURE) && boxes.stream().anyMatch(b -> b.leftAt() == null)) {
            return List.of(error(
                    "DEPARTURE-NOT-LEFT",
                    "leaveTime",
                    boxes.get(0).trainNo(),
                    "The border has not told that this train left the country (T130, T170)."));
        }
        var wrong = new ArrayList<Finding>();
        int reported = 0;
        for (var box : boxes) {
            var parcels = store.aboard(box.id(), kind);
            if (!parcels.isEmpty()) {
                var number = kind.charAt(0) + box.sealNo() + "-" + (store.count(kind, box.id()) + 1);
                wrong.addAll(send(
                        new SiteStore.Put(kind, number, box.id(), "", who),
                        writing.documents(box, number, parcels),
                        parcels));
                reported++;
            }
        }
        if (reported == 0) {
            wrong.add(
                    error(
                            "SITE-NOTHING",
                            "logisticsNo",
                            String.valueOf(trainId),
                            "Nothing aboard waits to be reported: it was reported, or the train carries no parcels of ours out of the country."));
        }
        return wrong;
    }

    /** A report that does not obey the catalogue is told and nothing of it is kept. */
    private List<Finding> send(SiteStore.Put report, List<CebDocument> documents, List<SiteReport.Parcel> parcels) {
        var against = documents.stream()
                .flatMap(d -> CebCheck.check(d, Strictness.OUTBOUND).stream())
                .filter(Finding::stops)
                .toList();
        if (against.isEmpty()) {
            long paper = store.add(
                    report, parcels.stream().map(SiteReport.Parcel::waybillNo).toList());
            post.send(documents.stream().map(d -> Paper.later(d, paper)).toList());
            settling.settle(documents.stream().map(ReceiptKey::of).toList());
        }
        return against;
    }

    private static Instant left(SiteStore.Box box, Instant otherwise) {
        var at = box.leftAt();
        return at == null ? otherwise : at.toInstant();
    }

    /** The same as for other later papers: what was looked at does not change before it is sent. */
    private void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(22, current_tenant())").query().listOfRows();
    }

    private static Finding error(String rule, String field, String value, String maybe) {
        return Finding.error(rule, Place.cell("site", 0, field), value, maybe);
    }
}
