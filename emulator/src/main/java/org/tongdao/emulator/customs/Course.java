package org.tongdao.emulator.customs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongdao.terms.Dice;

/** Lays down what is said about a paper from arrival to decision. The e-port and the store work by machine, around the clock. */
final class Course {

    private static final Duration CLOSED_AFTER_BINDING = Duration.ofHours(4);

    private final long seed;
    private final Conduct conduct;
    private final Decision decision;

    Course(long seed, Conduct conduct) {
        this.seed = seed;
        this.conduct = conduct;
        this.decision = new Decision(seed, conduct);
    }

    /** When the message of this first paper was read at the e-port and when it was stored, whether interim statuses are told. */
    record Entry(Instant read, Instant stored, boolean chatty) {}

    Entry entry(Paper first, Instant sent) {
        var dice = Dice.of(seed, "entry|" + first.form() + '|' + first.key());
        var read = sent.plusMillis(dice.nextLong(15_000, 60_000));
        var stored = read.plusMillis(dice.nextLong(20_000, 400_000));
        return new Entry(read, stored, dice.nextDouble() < conduct.post().chatty());
    }

    /** A paper that failed the checks: refused at the e-port with the negative code as its status. */
    static List<Step> failed(Entry entry, Fault fault) {
        return List.of(Step.of(entry.read(), fault.code(), fault.info()));
    }

    /** An order, waybill or binding: stored, which for it is the end. */
    static List<Step> stored(Paper paper, Entry entry) {
        var steps = new ArrayList<Step>();
        if (entry.chatty()) {
            steps.add(declaring(paper, entry));
        }
        steps.add(storage(paper, entry.stored()));
        return List.copyOf(steps);
    }

    /** A report, cancel or the like: stored where its receipts say so, then looked at in office hours. */
    List<Step> examined(Paper paper, Entry entry) {
        var dice = Dice.of(seed, "examined|" + paper.form() + '|' + paper.key());
        var at = conduct.hours().after(entry.stored(), Duration.ofMinutes(dice.nextLong(5, 60)));
        var steps = new ArrayList<Step>();
        if (paper.form().way() == PaperForm.Way.STORED_AND_EXAMINED) {
            steps.add(storage(paper, entry.stored()));
        }
        steps.add(Step.of(at, Status.EXAMINED, "[Code:399;Desc:海关审结][" + paper.guid() + "]"));
        return List.copyOf(steps);
    }

    /** The next working day's end of work, when summaries are made. */
    Instant summarised(Instant examined) {
        return conduct.hours().after(examined, Duration.ofHours(4));
    }

    /** A list: stored, decided. */
    List<Step> decided(Paper paper, ParcelList list, Entry entry) {
        var steps = new ArrayList<>(stored(paper, entry));
        if (entry.chatty()) {
            steps.add(1, Step.of(entry.read().plusSeconds(10), Status.SENT, "[Code:3;Desc:发送海关成功]"));
        }
        steps.addAll(decision.about(list, entry.stored()));
        return travelling(list, steps);
    }

    /** The end of a list whose parcel was bound to a train. */
    Step closed(Paper list, Instant bound) {
        var dice = Dice.of(seed, "closed|" + list.key());
        var work = CLOSED_AFTER_BINDING.plusMinutes(dice.nextLong(0, 120));
        return Step.of(conduct.hours().after(bound, work), Status.CLOSED, "[Code:899;Desc:结关]");
    }

    /** Gives each step its time on the way: a moment mostly, hours sometimes; sometimes the storage is overtaken by the decision. */
    private List<Step> travelling(ParcelList list, List<Step> steps) {
        var dice = Dice.of(seed, "post|" + list.copNo());
        var test = TestNumber.in(list.orderNo());
        boolean overtaken = test.map(t -> t.wish() == TestNumber.Wish.DISORDER)
                .orElseGet(() -> dice.nextDouble() < conduct.post().outOfOrder());
        var end = steps.get(steps.size() - 1);
        var travelled = new ArrayList<Step>();
        for (var step : steps) {
            var lag = lag(test, dice);
            boolean last = step.equals(end);
            boolean overtakes = overtaken && !last;
            travelled.add(step.arrivingLater(
                    overtakes ? Duration.between(step.at(), end.at()).plusHours(1) : lag));
        }
        return List.copyOf(travelled);
    }

    private Duration lag(Optional<TestNumber> test, SplittableRandom dice) {
        var wished = test.filter(t -> t.wish() == TestNumber.Wish.LATE).map(t -> Duration.ofHours(t.amount()));
        double u = dice.nextDouble();
        var drawn = u < conduct.post().late() ? Duration.ofMinutes(dice.nextLong(60, 26 * 60)) : Duration.ofSeconds(30);
        return test.isPresent() ? wished.orElse(Duration.ofSeconds(30)) : drawn;
    }

    private static Step declaring(Paper paper, Entry entry) {
        return Step.of(entry.read(), Status.DECLARING, "新增申报成功[" + paper.guid() + "]");
    }

    private static Step storage(Paper paper, Instant at) {
        return Step.of(at, Status.STORED, "[Code:1200;Desc:海关入库][" + paper.guid() + "]");
    }
}
