package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.declaration.Declarations;
import org.tongdao.terms.Finding;

/**
 * One parcel out of a container for an inspection, and what becomes of it. Each act is one transaction in which bags, weights, manifests, seal and the
 * binding with customs (607) change together, or nothing does (I-04, I-06, I-16, I-20).
 */
@Component
public class PullDesk {

    private final PullCase cases;
    private final PullBooks books;
    private final Amendments amendments;
    private final Declarations declarations;
    private final ApplicationEventPublisher publisher;
    private final JdbcClient jdbc;
    private final Clock clock;

    PullDesk(
            PullCase cases,
            PullBooks books,
            Amendments amendments,
            Declarations declarations,
            ApplicationEventPublisher publisher,
            JdbcClient jdbc,
            Clock clock) {
        this.cases = cases;
        this.books = books;
        this.amendments = amendments;
        this.declarations = declarations;
        this.publisher = publisher;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the parcel out; nothing is done when there are findings. */
    @Transactional
    public PullAnswer pull(PullOrder order) {
        var now = clock.instant();
        var box = cases.findOnTrain(order.trainNo(), order.containerNo(), now);
        var bag = box.flatMap(b -> cases.findInBag(order.parcelNo(), b.containerId()));
        var findings = new ArrayList<>(PullRules.of(order, box, bag));
        findings.addAll(PullRules.seal(order.newSeal(), cases.isSealKnown(order.newSeal())));
        return findings.isEmpty() ? take(order, box.orElseThrow(), bag.orElseThrow()) : PullAnswer.refused(findings);
    }

    private PullAnswer take(PullOrder order, PullCase.OnTrain box, PullCase.InBag bag) {
        var now = clock.instant();
        var before = amendments.hash(box.containerId());
        var taken = books.takeOut(bag, now);
        long pull = jdbc.sql("""
                        INSERT INTO parcel_pull (tenant_id, parcel_id, container_id, train_id, node, bag_sscc, held_sscc, place, actor, reason, at)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) RETURNING id""")
                .params(
                        bag.parcelId(),
                        box.containerId(),
                        box.trainId(),
                        box.node(),
                        bag.sscc(),
                        taken.sscc(),
                        taken.place())
                .params(order.actor(), order.reason().strip(), Timestamp.from(now))
                .query(Long.class)
                .single();
        amendments.amend(new Amendments.Change(
                pull, box.containerId(), box.trainId(), -taken.bagsGone(), -1, -taken.gramsGone(), before, now));
        amendments.seal(box.containerId(), order.newSeal(), order.actor(), now);
        declarations.rebind(box.containerId());
        publisher.publishEvent(new ParcelPulled(pull));
        return new PullAnswer(pull, List.of());
    }

    /**
     * Ends a pull. A parcel that goes back needs its container to be where it was, one that goes on by a later train a container that stands there; both
     * another new seal. What is returned or disposed of has reached its end: a return case is opened.
     */
    @Transactional
    public PullAnswer end(PullEnd end) {
        var findings = new ArrayList<Finding>();
        if (end.reason().isBlank()) {
            findings.add(PullRules.noReason());
        }
        var back = findOpen(end.pullId());
        if (back.isEmpty()) {
            findings.add(PullRules.error(
                    "PULL-ENDED",
                    "pull",
                    String.valueOf(end.pullId()),
                    "This pull has ended, or never was. Reload the page."));
        } else if (end.outcome() == PullEnd.Outcome.RELOADED) {
            findings.addAll(beforeReload(end, back.get()));
        } else if (end.outcome() == PullEnd.Outcome.FORWARDED) {
            findings.addAll(beforeForward(end, back.get()));
        }
        if (!findings.isEmpty()) {
            return PullAnswer.refused(findings);
        }
        if (end.outcome() == PullEnd.Outcome.RELOADED) {
            reload(end, back.orElseThrow());
        } else if (end.outcome() == PullEnd.Outcome.FORWARDED) {
            forward(end, back.orElseThrow());
        }
        jdbc.sql(
                        "INSERT INTO parcel_pull_end (tenant_id, pull_id, outcome, actor, reason, at) VALUES (current_tenant(), ?, ?, ?, ?, ?)")
                .params(
                        end.pullId(),
                        end.outcome().name(),
                        end.actor(),
                        end.reason().strip(),
                        Timestamp.from(clock.instant()))
                .update();
        publisher.publishEvent(new PullEnded(
                end.pullId(),
                back.orElseThrow().parcelId(),
                back.orElseThrow().node(),
                end.outcome(),
                end.reason().strip(),
                clock.instant()));
        return new PullAnswer(end.pullId(), List.of());
    }

    private List<Finding> beforeForward(PullEnd end, PullBack back) {
        var findings = new ArrayList<>(PullRules.seal(end.newSeal(), cases.isSealKnown(end.newSeal())));
        var box = cases.findOnTrain(end.onto().trainNo(), end.onto().containerNo(), clock.instant());
        findings.addAll(PullRules.onto(end.onto(), back, box));
        if (findings.isEmpty() && !books.hasRoom(back.heldId(), box.orElseThrow())) {
            findings.add(PullRules.full(end.onto()));
        }
        return findings;
    }

    private void forward(PullEnd end, PullBack back) {
        var now = clock.instant();
        var box = cases.findOnTrain(end.onto().trainNo(), end.onto().containerNo(), now)
                .orElseThrow();
        var before = amendments.hash(box.containerId());
        var put = books.putInto(back, box);
        amendments.amend(new Amendments.Change(
                back.pullId(), box.containerId(), box.trainId(), put.bagsGone(), 1, put.gramsGone(), before, now));
        amendments.seal(box.containerId(), end.newSeal(), end.actor(), now);
        declarations.rebind(box.containerId());
    }

    private List<Finding> beforeReload(PullEnd end, PullBack back) {
        var findings = new ArrayList<>(PullRules.seal(end.newSeal(), cases.isSealKnown(end.newSeal())));
        boolean stands = cases.findOnTrain(back.trainNo(), back.containerNo(), clock.instant())
                .filter(b -> b.containerId() == back.containerId() && !b.goneOn() && !b.received() && !b.isUnderWay())
                .isPresent();
        if (!stands) {
            findings.add(PullRules.error(
                    "PULL-GONE",
                    "container",
                    back.containerNo(),
                    "It went on without the parcel. Return the parcel or dispose of it."));
        }
        return findings;
    }

    private void reload(PullEnd end, PullBack back) {
        var now = clock.instant();
        var before = amendments.hash(back.containerId());
        var put = books.putBack(back);
        amendments.amend(new Amendments.Change(
                back.pullId(), back.containerId(), back.trainId(), put.bagsGone(), 1, put.gramsGone(), before, now));
        amendments.seal(back.containerId(), end.newSeal(), end.actor(), now);
        declarations.rebind(back.containerId());
    }

    private Optional<PullBack> findOpen(long pullId) {
        return jdbc.sql("""
                        SELECT q.id AS pull_id, q.parcel_id, q.container_id, c.container_no, q.train_id, t.train_no, q.bag_sscc,
                               b.id AS held_id, q.held_sscc, b.gross_g AS held_g, q.place::text AS place, q.node, p.hub, p.regime
                        FROM parcel_pull q
                        JOIN container c ON c.tenant_id = q.tenant_id AND c.id = q.container_id
                        JOIN train t ON t.tenant_id = q.tenant_id AND t.id = q.train_id
                        JOIN bag b ON b.tenant_id = q.tenant_id AND b.sscc = q.held_sscc
                        JOIN parcel p ON p.tenant_id = q.tenant_id AND p.id = q.parcel_id
                        WHERE q.tenant_id = current_tenant() AND q.id = ?
                          AND NOT EXISTS (SELECT FROM parcel_pull_end e WHERE e.tenant_id = q.tenant_id AND e.pull_id = q.id)
                        FOR UPDATE OF b, c""").param(pullId).query(PullBack.class).optional();
    }

    /** The pulls from a train, latest first. */
    @Transactional(readOnly = true)
    public List<Pull> pulls(long trainId) {
        return PullReader.ofTrain(jdbc, trainId);
    }

    /** The latest 100 pulls. */
    @Transactional(readOnly = true)
    public List<Pull> latest() {
        return PullReader.latest(jdbc);
    }

    /** The pulls whose parcel is still with the inspectors. */
    @Transactional(readOnly = true)
    public List<Pull> open() {
        return PullReader.open(jdbc);
    }
}
