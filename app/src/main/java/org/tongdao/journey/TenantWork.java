package org.tongdao.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tongdao.emulator.FarSide;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;

/**
 * The standing work of one tenant on this node. With an emulated far side it moves the tenant's clock too: from one instant at which something is due to
 * the next, never past one, so that hurry changes how soon things happen and not what happens.
 */
final class TenantWork implements AutoCloseable {

    /** After a pause of the node the world does not make up for more than this. */
    private static final Duration LONGEST_LEAP = Duration.ofSeconds(10);

    private static final List<String> ALL = Stream.concat(
                    DayWork.JOBS.stream(), Stream.of("emulation", "lessons", Pulse.LEASE))
            .toList();

    /** A ground that runs without rest lets the other tenants have their turn after this. */
    private static final long TURN_NANOS = Duration.ofSeconds(1).toNanos();

    private static final FarSide REAL = now -> Optional.empty();

    private final int tenant;
    private final PulseRequest request;
    private final DayWork work;
    private final WorkBook book;
    private final WorldClock clock;
    private final Jobs jobs;
    private Optional<OwnThread> emulation = Optional.empty();
    private boolean refused;
    private boolean fresh = true;
    private long lastNanos = System.nanoTime();

    TenantWork(int tenant, PulseRequest request, DayWork work, Jobs jobs, WorkBook book, WorldClock clock) {
        this.tenant = tenant;
        this.request = request;
        this.work = work;
        this.book = book;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** One pulse; {@code mayGoOn} is asked before each step of the clock. Returns when more is due. */
    Optional<Instant> pulse(FarSides far, BooleanSupplier mayGoOn) {
        return Tenancy.as(tenant, () -> {
            var course = book.course();
            begin(far, course);
            var real = elapsed();
            var next = emulation.isEmpty()
                    ? work.work(REAL, jobs)
                    : course.isPresent()
                            ? follow(emulation.get(), real, mayGoOn)
                            : hurry(emulation.get(), real, mayGoOn);
            jobs.run("lessons", book::tidy, 0);
            if (fresh) {
                jobs.resolveWhatRuns(refused ? DayWork.JOBS : ALL);
                fresh = false;
            }
            return next;
        });
    }

    /** On a node that stands by: only looks at the clock that the working node moves. */
    void look() {
        Tenancy.run(tenant, () -> clock.setFor(tenant, book.clock()));
    }

    private void begin(FarSides far, Optional<Course> course) {
        clock.setFor(tenant, book.clock());
        if (course.isPresent() && emulation.isEmpty()) {
            var lesson = far.of(course.get().scenario());
            emulation = Optional.of(new OwnThread(lesson, "tongdao-ground-" + tenant));
        }
        if (!request.emulated() || emulation.isPresent() || refused) {
            return;
        }
        var seed = book.worldSeed(request.seed());
        if (seed.isEmpty()) {
            refused = true;
            book.failed(
                    "emulation",
                    "FAR-SIDE-REAL",
                    "tenant " + tenant,
                    "this tenant has sent messages to a real far side; start without --emulate, or train in a home of its own");
            return;
        }
        emulation = Optional.of(new OwnThread(far.of(seed.get()), "tongdao-far-side-" + tenant));
        if (book.clock().isEmpty()) {
            move(clock.instant());
        }
    }

    private Optional<Instant> hurry(FarSide far, Duration real, BooleanSupplier mayGoOn) {
        var start = clock.instant();
        var target = start.plus(real.multipliedBy(request.hurry()));
        var next = work.work(far, jobs);
        while (next.isPresent() && !next.get().isAfter(target) && mayGoOn.getAsBoolean()) {
            move(later(next.get(), clock.instant()));
            next = work.work(far, jobs);
        }
        if (next.isEmpty()) {
            move(later(start.plus(real), clock.instant())); // nothing is under way: no hurry
        } else if (next.get().isAfter(target)) {
            move(target);
        }
        return next;
    }

    /** A training ground: its clock goes as the trainee lets it, and after each step it is looked at what is reached. */
    private Optional<Instant> follow(FarSide far, Duration real, BooleanSupplier mayGoOn) {
        long end = System.nanoTime() + TURN_NANOS;
        var start = clock.instant();
        var next = step(far);
        var target = book.course().orElseThrow().target(start, real);
        while (next.isPresent() && !next.get().isAfter(target) && mayGoOn.getAsBoolean() && System.nanoTime() < end) {
            move(later(next.get(), clock.instant()));
            next = step(far);
            target = book.course().orElseThrow().target(start, real);
        }
        boolean free = next.isEmpty() || next.get().isAfter(target);
        if (free && !book.course().orElseThrow().seeks()) {
            move(later(target, clock.instant()));
            next = step(far);
        }
        return next;
    }

    private Optional<Instant> step(FarSide far) {
        var next = work.work(far, jobs);
        jobs.run("lesson", () -> book.moved(clock.instant()), 0);
        return next;
    }

    private void move(Instant now) {
        book.moveClock(now);
        clock.setFor(tenant, Optional.of(now));
    }

    private Duration elapsed() {
        long now = System.nanoTime();
        var real = Duration.ofNanos(now - lastNanos);
        lastNanos = now;
        return real.compareTo(LONGEST_LEAP) > 0 ? LONGEST_LEAP : real;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    @Override
    public void close() {
        emulation.ifPresent(OwnThread::close);
    }
}
