package org.tongdao.consolidation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadOrder;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Containers as they are loaded: looking, trying and loading by hand. Only an open container may be loaded otherwise; a plan that breaks a rule is shown with
 * what it breaks and is never stored.
 */
@Component
public class LoadDesk {

    private static final String HEAD = """
            SELECT c.id, c.container_no, c.type_code, c.hub, c.regime, coalesce(c.seal_no, '') AS seal_no, c.sealed_at IS NULL AS open
            FROM container c WHERE c.tenant_id = current_tenant() AND c.id = ?
            """;
    private static final String PLACED = """
            SELECT b.sscc AS cargo, cb.x_mm AS x, cb.y_mm AS y, cb.z_mm AS z, cb.dx_mm AS dx, cb.dy_mm AS dy, cb.dz_mm AS dz
            FROM container_bag cb JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
            WHERE cb.tenant_id = current_tenant() AND cb.container_id = ? ORDER BY cb.sequence
            """;

    private final JdbcClient jdbc;
    private final LoadVersions versions;
    private final Clock clock;
    private final Fleet fleet = Fleet.shipped();

    LoadDesk(JdbcClient jdbc, LoadVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<LoadView> find(long container) {
        return jdbc.sql(HEAD)
                .param(container)
                .query(LoadView.Head.class)
                .optional()
                .map(this::view);
    }

    private LoadView view(LoadView.Head head) {
        var bags = jdbc.sql(LoadBag.SQL).param(head.id()).query(LoadBag.class).list();
        var history = versions.history(head.id());
        var boxes = head.open()
                ? standing(head.id(), history, bags)
                : jdbc.sql(PLACED).param(head.id()).query(Stowed.class).list();
        var type = type(head.typeCode());
        var judged = judged(bags, type, boxes);
        return new LoadView(head, type, bags, boxes, judged.figures(), judged.verdict(), history);
    }

    /** The latest plan as far as its bags are still in the container. */
    private List<Stowed> standing(long container, List<LoadVersion> history, List<LoadBag> bags) {
        return history.isEmpty()
                ? List.of()
                : Stuffing.still(
                        bags.stream().map(LoadBag::cargo).toList(),
                        versions.boxes(container, history.get(0).version()));
    }

    /** What the checker says of these boxes, put into an order in which a crew can load them. */
    @Transactional(readOnly = true)
    public LoadTrial attempt(LoadView view, List<Stowed> boxes) {
        return LoadTrial.of(judged(view.bags(), view.type(), LoadOrder.of(boxes)), List.of());
    }

    /** Finds places for the bags that are not among the boxes; those stay where they are. */
    @Transactional(readOnly = true)
    public LoadTrial fill(LoadView view, List<Stowed> boxes) {
        var first = attempt(view, boxes);
        if (!boxes.isEmpty() && first.findings().stream().anyMatch(f -> !isBalance(f))) {
            return first;
        }
        var lots = Stuffing.around(view.bags().stream().map(LoadBag::cargo).toList(), view.type(), first.boxes());
        return LoadTrial.of(lots.containers().get(0), lots.leftOut());
    }

    /** Out of balance is what the rest may still put right. */
    private static boolean isBalance(Finding f) {
        return f.rule().equals("LOAD-CENTRE") || f.rule().equals("LOAD-HALF");
    }

    /** Stores the boxes as the next version of the plan, when nothing speaks against it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LoadTrial save(LoadView view, LoadHand hand, List<Stowed> boxes) {
        return save(view, hand, boxes, new From("HAND", view.version()));
    }

    /** The plan as it was before the latest version, as a version of its own; again and again it goes back to the empty container. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LoadTrial undo(LoadView view, LoadHand hand) {
        int before = basedOn(view, view.version());
        if (before == 0 && view.boxes().isEmpty()) {
            return attempt(view, List.of())
                    .refused(no("HAND-NOTHING", view.head().containerNo(), "No plan is left to undo."));
        }
        var boxes = Stuffing.still(
                view.bags().stream().map(LoadBag::cargo).toList(),
                versions.boxes(view.head().id(), before));
        return save(view, hand, boxes, new From("UNDO", basedOn(view, before)));
    }

    private static int basedOn(LoadView view, int version) {
        return view.history().stream()
                .filter(v -> v.version() == version)
                .mapToInt(LoadVersion::basedOn)
                .findFirst()
                .orElse(0);
    }

    private record From(String kind, int version) {}

    private LoadTrial save(LoadView view, LoadHand hand, List<Stowed> boxes, From from) {
        var trial = attempt(view, boxes);
        if (!isOpen(view.head().id())) {
            return trial.refused(no("HAND-SEALED", view.head().sealNo(), "Have its seal cut first, then load it."));
        }
        if (view.version() != hand.seen()) {
            return trial.refused(no("HAND-OLD", "version " + view.version(), "Somebody saved meanwhile. Look again."));
        }
        if (!trial.mayGo()) {
            return trial;
        }
        var load = judged(view.bags(), view.type(), trial.boxes());
        var next = new LoadVersion(view.version() + 1, from.version(), from.kind(), hand.actor(), clock.instant());
        versions.add(view.head().id(), next, LoadPlanFile.json(view.head().containerNo(), "", load));
        return trial.saved(next.version());
    }

    private boolean isOpen(long container) {
        return jdbc.sql(
                        "SELECT sealed_at IS NULL FROM container WHERE tenant_id = current_tenant() AND id = ? FOR UPDATE")
                .param(container)
                .query(Boolean.class)
                .single();
    }

    private static Finding no(String rule, String value, String maybe) {
        return Finding.error(rule, Place.of("load"), value, maybe);
    }

    private static Stuffed judged(List<LoadBag> bags, ContainerType type, List<Stowed> boxes) {
        return Stuffing.judged(bags.stream().map(LoadBag::cargo).toList(), type, boxes);
    }

    private ContainerType type(String code) {
        return fleet.types().stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseGet(() -> fleet.types().get(0));
    }
}
