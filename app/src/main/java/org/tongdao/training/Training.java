package org.tongdao.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongdao.declaration.Declarations;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.platform.Tenancy;
import tools.jackson.databind.json.JsonMapper;

/** The door of training. Start, end and the list belong to the trainee's own tenant, everything else to the ground. */
@Component
public class Training {

    /** Monday, 10:00 in Urumqi and Beijing: the office opens. */
    private static final Instant MORNING = Instant.parse("2026-11-02T02:00:00Z");

    /** How long before its first train arrives a lesson at a border station begins. */
    static final Duration BEFORE_ARRIVAL = Duration.ofHours(3);

    /** Seconds of its world per second that one may choose. */
    public static final Set<Integer> SPEEDS = Set.of(0, 60, 300, 1800);

    private static final Duration ONE_STEP = Duration.ofHours(1);
    private static final long SEED = 7;

    private final AttemptStore attempts;
    private final GroundStore ground;
    private final Intake intake;
    private final Declarations declarations;
    private final Lessons lessons = Lessons.shipped();

    Training(AttemptStore attempts, GroundStore ground, Intake intake, Declarations declarations) {
        this.attempts = attempts;
        this.ground = ground;
        this.intake = intake;
        this.declarations = declarations;
    }

    /** What somebody in this role practises, in the order in which one learns. */
    public List<Offer> offers(String role) {
        return lessons.list().stream()
                .filter(lesson -> role.equals("ADMIN") || lesson.roles().contains(role))
                .map(lesson -> new Offer(lesson.code(), lesson.minutes(), lesson.most()))
                .toList();
    }

    /** The latest attempts, of one person or of everybody. */
    public List<Attempt> attempts(Optional<String> trainee) {
        return attempts.latest(trainee);
    }

    /** The tenant of the attempt that this person of the current tenant has open. */
    public Optional<Integer> ground(String trainee) {
        return attempts.ground(trainee);
    }

    /** Prepares a ground and opens it; false when there is no such lesson for this role or this person practises already. */
    public boolean start(String code, String trainee, String role) {
        var lesson =
                lessons.find(code).filter(l -> role.equals("ADMIN") || l.roles().contains(role));
        var opened = lesson.flatMap(l -> attempts.begin(trainee, l.code()));
        opened.ifPresent(tenant -> open(tenant, lesson.orElseThrow(), trainee));
        return opened.isPresent();
    }

    /** Nobody stays on a ground that could not be prepared. */
    private void open(int tenant, Lesson lesson, String trainee) {
        try {
            Tenancy.run(tenant, () -> prepare(lesson, trainee));
        } catch (RuntimeException e) {
            attempts.end(tenant, 0, lesson.most());
            throw e;
        }
    }

    private void prepare(Lesson lesson, String trainee) {
        ground.open(lesson, trainee, scenario(lesson), MORNING);
        try {
            var folder = Files.createTempDirectory("lesson");
            var csv = folder.resolve("orders-" + lesson.code() + ".csv");
            LessonOrders.write(csv, lesson);
            var report = intake.importFile(ImportRequest.of(csv));
            Files.delete(csv);
            Files.delete(folder);
            if (lesson.declares()) {
                declarations.request(report.batchId(), trainee);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the orders of lesson " + lesson.code(), e);
        }
    }

    private static String scenario(Lesson lesson) {
        var incidents = new ArrayList<Map<String, String>>();
        for (var trouble : lesson.trouble()) {
            var from = MORNING.plus(trouble.after());
            incidents.add(Map.of(
                    "kind", trouble.kind(),
                    "from", from.toString(),
                    "to", from.plus(trouble.lasts()).toString()));
        }
        var scenario = new LinkedHashMap<String, Object>();
        scenario.put("seed", SEED);
        scenario.put("base", "calm");
        scenario.put("customs", Map.of("incidents", incidents));
        if (lesson.railHoursLost() > 0) {
            scenario.put("rail", Map.of("hoursLost", lesson.railHoursLost()));
        }
        return JsonMapper.shared().writeValueAsString(scenario);
    }

    /** How the attempt on this ground stands. */
    public Optional<Standing> standing() {
        return ground.world().map(world -> {
            var lesson = lessons.find(world.lesson()).orElseThrow();
            var begun = world.begunAt() == null ? null : world.begunAt().toInstant();
            return new Standing(
                    world.lesson(),
                    begun,
                    begun == null ? List.of() : told(lesson, begun),
                    ground.goals(),
                    world.hurry());
        });
    }

    private List<Standing.Told> told(Lesson lesson, Instant begun) {
        var now = ground.now().orElse(begun);
        var facts = ground.train().map(t -> List.of(t.trainNo(), t.toNode())).orElse(List.of());
        return lesson.notes().stream()
                .map(note -> new Standing.Told(note.text(), begun.plus(note.after()), facts))
                .filter(note -> !note.at().isAfter(now))
                .sorted(Comparator.comparing(Standing.Told::at).reversed())
                .toList();
    }

    /** Lets the clock of this ground go faster, slower, or stand with 0. */
    public void hurry(int seconds) {
        if (SPEEDS.contains(seconds)) {
            ground.hurry(seconds);
        }
    }

    /** Goes to when something is due or told next, or an hour on. */
    public void next() {
        ground.now().ifPresent(now -> {
            var told = ground.world().map(w -> notes(w)).orElse(Stream.of());
            var next = Stream.concat(ground.nextDue().stream(), told)
                    .filter(at -> at.isAfter(now))
                    .min(Comparator.naturalOrder());
            ground.runTo(next.orElse(now.plus(ONE_STEP)));
        });
    }

    private Stream<Instant> notes(GroundStore.World world) {
        var begun = world.begunAt();
        return begun == null
                ? Stream.of()
                : lessons.find(world.lesson()).orElseThrow().notes().stream()
                        .map(note -> begun.toInstant().plus(note.after()));
    }

    /** Marks once more and ends; false when it had ended already. Called in the trainee's own tenant. */
    public boolean end(int tenant) {
        var last = Tenancy.as(tenant, () -> {
            ground.now().ifPresent(ground::mark);
            return standing().orElseThrow();
        });
        return attempts.end(tenant, last.score(), last.most());
    }
}
