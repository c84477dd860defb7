package org.tongdao.emulator.rail;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongdao.emulator.Answer;
import org.tongdao.emulator.Answerer;
import org.tongdao.emulator.FarSide;
import org.tongdao.emulator.Office;
import org.tongdao.emulator.Sent;
import org.tongdao.emulator.WireFolder;
import org.tongdao.emulator.WireName;
import org.tongdao.emulator.WorkingHours;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisWriter;
import tools.jackson.databind.json.JsonMapper;

/** The railways of the corridor with their border stations, behind the wire {@code rail}; docs/formats/train.md. */
public final class Railway implements FarSide {

    private final Office office;

    /**
     * @param tenantFolder {@code wire/<tenant>}
     * @param seed of all chance
     */
    public Railway(Path tenantFolder, long seed, RailConduct conduct) {
        office = new Office(new WireFolder(tenantFolder, "rail"), new Control(seed, conduct));
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        return office.deliver(now);
    }

    /** Keeps the orders it saw: a train whose containers come by another train is run once that one's order is known too. */
    private static final class Control implements Answerer {

        private record Ordered(TrainOrder order, Instant sent) {}

        private final long seed;
        private final RailConduct conduct;
        private final Map<String, Ordered> waiting = new LinkedHashMap<>();
        private final Map<String, TrainRun> runs = new HashMap<>();

        Control(long seed, RailConduct conduct) {
            this.seed = seed;
            this.conduct = conduct;
        }

        @Override
        public List<Answer> answer(Sent document) {
            try {
                var order = TrainOrder.read(document.content());
                if (runs.containsKey(order.trainNo()) || waiting.containsKey(order.trainNo())) {
                    throw new TrainOrder.Unreadable("train " + order.trainNo() + " was ordered before");
                }
                waiting.put(order.trainNo(), new Ordered(order, document.name().at()));
                return runWhatCan();
            } catch (TrainOrder.Unreadable e) {
                return List.of(refusal(document, String.valueOf(e.getMessage())));
            }
        }

        private List<Answer> runWhatCan() {
            var answers = new ArrayList<Answer>();
            for (var next = nextRunnable(); next.isPresent(); next = nextRunnable()) {
                var ordered = next.get();
                waiting.remove(ordered.order().trainNo());
                var run = new Travel(seed, conduct, ordered.order()).run(ordered.sent(), runs);
                runs.put(ordered.order().trainNo(), run);
                answers.addAll(documents(run));
            }
            return answers;
        }

        private Optional<Ordered> nextRunnable() {
            return waiting.values().stream()
                    .filter(o -> runs.keySet().containsAll(o.order().feeders()))
                    .findFirst();
        }

        /** One document for all events of a step of time. */
        private List<Answer> documents(TrainRun run) {
            var byDue = new TreeMap<Instant, List<EpcisEvent>>();
            for (var event : run.told()) {
                byDue.computeIfAbsent(WorkingHours.roundUp(event.at(), conduct.step()), d -> new ArrayList<>())
                        .add(event);
            }
            var answers = new ArrayList<Answer>();
            byDue.forEach((due, told) -> answers.add(
                    Answer.of(new WireName(due, "EPCIS", run.order().trainNo(), "json"), () -> document(due, told))));
            return answers;
        }

        private static byte[] document(Instant due, List<EpcisEvent> events) {
            var text = new StringWriter(events.size() * 600);
            try (var writer = EpcisWriter.document(text, due)) {
                events.forEach(writer::write);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private Answer refusal(Sent document, String why) {
            var due = WorkingHours.roundUp(document.name().at().plusSeconds(60), conduct.step());
            var said = new LinkedHashMap<String, String>();
            said.put("document", document.name().fileName());
            said.put("why", why);
            return Answer.of(
                    new WireName(due, "REFUSAL", document.name().key(), "json"),
                    () -> JsonMapper.shared().writeValueAsBytes(said));
        }
    }
}
