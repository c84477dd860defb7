package org.tongdao.printing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongdao.intake.Labels;
import org.tongdao.platform.Loop;
import org.tongdao.platform.TenantList;
import org.tongdao.printing.Handover.Outcome;
import org.tongdao.printing.Handover.Work;

/** Sends copies to printers in the network while the server runs. */
@Component
class NetworkPrinting {

    private final Handover handover;
    private final Printers printers;
    private final Labels labels;
    private final TenantList tenants;
    private volatile Optional<Loop> loop = Optional.empty();

    NetworkPrinting(Handover handover, Printers printers, Labels labels, TenantList tenants) {
        this.handover = handover;
        this.printers = printers;
        this.labels = labels;
        this.tenants = tenants;
    }

    @EventListener
    void begin(WebServerInitializedEvent event) {
        loop = Optional.of(Loop.start("printing", tenants, tenant -> step()));
    }

    @EventListener
    void end(ContextClosedEvent event) {
        loop.ifPresent(Loop::stop);
    }

    /** One copy of the running tenant; whether there was one. */
    boolean step() {
        handover.giveUp();
        var work = handover.takeForNetwork();
        work.ifPresent(this::print);
        return work.isPresent();
    }

    private void print(Work work) {
        var tried = labels.zpl(work.parcelNo())
                .map(zpl -> send(work.printer(), zpl.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> new RawPrinter.Tried(Outcome.FAILED, "the parcel has no label"));
        handover.end(work.id(), tried.outcome(), tried.why());
    }

    private RawPrinter.Tried send(String name, byte[] page) {
        List<Printer> found =
                printers.list().stream().filter(p -> p.name().equals(name)).toList();
        return found.isEmpty()
                ? new RawPrinter.Tried(Outcome.FAILED, "the printer was removed")
                : RawPrinter.print(found.get(0).host(), found.get(0).port(), page);
    }
}
