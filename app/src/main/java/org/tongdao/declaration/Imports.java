package org.tongdao.declaration;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.ImportParcel;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The door of retail import: takes files of orders in and has them declared; every method may be called again and goes on where it was. */
@Component
public class Imports {

    private final ImportStore orders;
    private final ImportDeclaring declaring;
    private final Desk desk;
    private final Clock clock;

    Imports(ImportStore orders, ImportDeclaring declaring, Desk desk, Clock clock) {
        this.orders = orders;
        this.declaring = declaring;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * How a file ended.
     *
     * @param batch absent when nothing in it is new and good
     * @param orders taken in
     */
    public record Taken(Optional<Long> batch, int orders, List<Finding> findings) {}

    /** Takes a file in (docs/formats/customs-tables.md); orders and waybills that were brought before are findings, the others go on. */
    @Transactional
    public Taken take(String title, Path file, DeclareAs as, String who) {
        var now = clock.instant();
        if (!desk.tools().regime(as.regime(), TradeWay.IMPORT, now).isOpen()) {
            return none(List.of(Finding.error(
                    "REGIME-CLOSED",
                    Place.of(title),
                    as.regime().code() + " I",
                    "监管方式: this regime does not run in this direction on that day.")));
        }
        var read = ImportOrders.read(file, now);
        if (read.parcels().isEmpty()) {
            return none(read.findings());
        }
        long batch = orders.batch(title, as, who);
        var stored = orders.orders(batch, read.parcels());
        var findings = new ArrayList<>(read.findings());
        read.parcels().stream().filter(p -> !stored.contains(p.orderNo())).forEach(p -> findings.add(known(title, p)));
        orders.add(findings.stream().map(f -> new ImportStore.Note(batch, 0, f)).toList());
        return new Taken(Optional.of(batch), stored.size(), findings);
    }

    /** Declares every order that was taken in and that nothing keeps back. */
    public DeclarationReport declare() {
        var all = DeclarationReport.NOTHING;
        for (var step = declaring.next(); step.parcels() > 0; step = declaring.next()) {
            all = all.plus(step);
        }
        return all;
    }

    /** Declares orders again that customs refused or our own rules kept back, under new numbers; others are left alone. */
    public DeclarationReport declareAgain(List<String> orderNos) {
        return declaring.again(orderNos);
    }

    private static Taken none(List<Finding> why) {
        return new Taken(Optional.empty(), 0, why);
    }

    private static Finding known(String title, ImportParcel parcel) {
        return Finding.error(
                "IMPORT-KNOWN",
                Place.cell(title, 0, "order_no"),
                parcel.orderNo(),
                "This order or its waybill " + parcel.waybillNo() + " was brought before; it is not declared twice.");
    }
}
