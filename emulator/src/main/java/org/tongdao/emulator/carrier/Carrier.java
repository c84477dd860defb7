package org.tongdao.emulator.carrier;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.tongdao.terms.Dice;
import org.tongdao.tracking.EpcisEvent;
import org.tongdao.tracking.EpcisWriter;

/** The overseas warehouse and last-mile carrier behind the wire {@code carrier}; docs/formats/carrier.md. */
public final class Carrier implements FarSide {

    private final Office office;

    /**
     * @param tenantFolder {@code wire/<tenant>}
     * @param seed of all chance
     */
    public Carrier(Path tenantFolder, long seed, CarrierConduct conduct) {
        office = new Office(new WireFolder(tenantFolder, "carrier"), new Dispatcher(seed, conduct));
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        return office.deliver(now);
    }

    private record Dispatcher(long seed, CarrierConduct conduct, Places places) implements Answerer {

        Dispatcher(long seed, CarrierConduct conduct) {
            this(seed, conduct, new Places());
        }

        @Override
        public List<Answer> answer(Sent document) {
            try {
                var handover = Handover.read(document.content());
                return documents(
                        handover.key(), events(handover, document.name().at()));
            } catch (Handover.Unreadable e) {
                return List.of(Refusal.of(document, e, conduct.step()));
            }
        }

        private List<EpcisEvent> events(Handover handover, Instant sent) {
            var day = Warehouse.work(handover, sent, places.hub(handover.hub()), new Teller(this));
            var events = new ArrayList<>(day.events());
            for (var pickUp : day.pickUps()) {
                var way = places.lastMile(pickUp.item().country());
                events.addAll(LastMileRound.events(pickUp, way, handover, fortune(pickUp.item()), seed));
            }
            events.sort(EpcisEvent.IN_TIME);
            return events;
        }

        private Fortune fortune(Handover.Item item) {
            return Fortune.of(
                    item, seed, conduct, places.lastMile(item.country()).fails());
        }

        /** One document for all events of an hour. */
        private List<Answer> documents(String key, List<EpcisEvent> events) {
            var byDue = new TreeMap<Instant, List<EpcisEvent>>();
            for (var event : events) {
                byDue.computeIfAbsent(WorkingHours.roundUp(event.at(), conduct.step()), d -> new ArrayList<>())
                        .add(event);
            }
            var answers = new ArrayList<Answer>();
            byDue.forEach((due, told) ->
                    answers.add(Answer.of(new WireName(due, "EPCIS", key, "json"), () -> document(due, told))));
            return answers;
        }

        private static byte[] document(Instant due, List<EpcisEvent> events) {
            var text = new StringWriter(events.size() * 600);
            try (var writer = EpcisWriter.document(text, due)) {
                events.forEach(writer::write);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Teller(Dispatcher dispatcher) implements Warehouse.FortuneTeller {

        @Override
        public Fortune of(Handover.Item item) {
            return dispatcher.fortune(item);
        }

        @Override
        public boolean stranger(String sscc) {
            return Dice.of(seed(), "over|" + sscc).nextDouble()
                    < dispatcher.conduct().loss().over();
        }

        @Override
        public long seed() {
            return dispatcher.seed();
        }
    }
}
