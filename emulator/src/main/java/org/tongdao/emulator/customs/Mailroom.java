package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.tongdao.customs.Guid;
import org.tongdao.emulator.Answer;
import org.tongdao.emulator.WireName;

/** Puts receipts of one kind that appear together into messages of at most a hundred. */
final class Mailroom {

    private static final int MAX_RECEIPTS = 100;

    private Mailroom() {}

    /** Receipts of one message, and the guid of that message. */
    record Bundle(String kind, String guid, List<Receipt> receipts) {}

    private record Slot(Instant due, String kind) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : kind.compareTo(other.kind);
        }
    }

    /**
     * The answers that carry these receipts.
     *
     * @param key of the document that is answered; makes the file names unique
     */
    static List<Answer> answers(String key, List<Receipt> receipts, Function<Bundle, byte[]> writer) {
        var slots = new TreeMap<Slot, List<Receipt>>();
        for (var receipt : receipts) {
            slots.computeIfAbsent(new Slot(receipt.due(), receipt.kind()), s -> new ArrayList<>())
                    .add(receipt);
        }
        var answers = new ArrayList<Answer>();
        slots.forEach((slot, all) -> {
            for (int from = 0; from < all.size(); from += MAX_RECEIPTS) {
                var part = List.copyOf(all.subList(from, Math.min(from + MAX_RECEIPTS, all.size())));
                answers.add(answer(key + "-" + (from / MAX_RECEIPTS + 1), slot, part, writer));
            }
        });
        return answers;
    }

    private static Answer answer(String key, Slot slot, List<Receipt> part, Function<Bundle, byte[]> writer) {
        var name = new WireName(slot.due(), slot.kind(), key, "xml");
        var bundle = new Bundle(slot.kind(), Guid.of(name.fileName()), part);
        return Answer.of(name, () -> writer.apply(bundle));
    }
}
