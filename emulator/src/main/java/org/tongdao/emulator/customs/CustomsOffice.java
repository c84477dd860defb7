package org.tongdao.emulator.customs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.emulator.Answer;
import org.tongdao.emulator.Answerer;
import org.tongdao.emulator.FarSide;
import org.tongdao.emulator.Office;
import org.tongdao.emulator.Sent;
import org.tongdao.emulator.WireFolder;
import org.tongdao.emulator.WireName;
import org.tongdao.emulator.customs.Incident.Kind;

/** The e-port and the customs office behind the wire {@code customs}; see docs/formats/emulator.md. */
public final class CustomsOffice implements FarSide {

    private final Office office;

    /**
     * @param tenantFolder {@code wire/<tenant>}
     * @param seed of all chance
     */
    public CustomsOffice(Path tenantFolder, long seed, Conduct conduct) {
        office = new Office(new WireFolder(tenantFolder, "customs"), new Officer(seed, conduct));
    }

    @Override
    public Optional<Instant> deliver(Instant now) {
        return office.deliver(now);
    }

    /** Reads, checks and decides; remembers what is on file. */
    private static final class Officer implements Answerer {

        private final Registry registry = new Registry();
        private final Checks checks = new Checks(registry);
        private final MessageDesk messages = new MessageDesk();
        private final Conduct conduct;
        private final Course course;
        private final ReceiptDesk receipts;

        Officer(long seed, Conduct conduct) {
            this.conduct = conduct;
            course = new Course(seed, conduct);
            receipts = new ReceiptDesk(seed, conduct);
        }

        @Override
        public List<Answer> answer(Sent document) {
            var content = document.content();
            var incoming = conduct.during(Kind.MESSAGES_REFUSED, document.name().at())
                            .isPresent()
                    ? new Incoming.Unreadable(document.name().kind() + "Message", "3001", "数据库、中间件等系统错误")
                    : messages.read(
                            document.name().fileName(), content, document.name().at());
            if (incoming instanceof Incoming.Message message) {
                return answers(document, message);
            }
            return List.of(refusal(document, (Incoming.Unreadable) incoming, content));
        }

        private List<Answer> answers(Sent document, Incoming.Message message) {
            var sent = document.name().at();
            var entry = course.entry(message.papers().get(0), sent);
            boolean good = message.signatureGood()
                    && conduct.during(Kind.SIGNATURES_FAIL, sent).isEmpty();
            var all = new ArrayList<Receipt>();
            for (var paper : message.papers()) {
                all.addAll(good ? taken(paper, sent, entry) : unsigned(paper, sent, entry));
            }
            return Mailroom.answers(document.name().key(), all, messages::write);
        }

        private List<Receipt> unsigned(Paper paper, Instant sent, Course.Entry entry) {
            return receipts.receipts(paper, sent, Course.failed(entry, Fault.signature()));
        }

        private List<Receipt> taken(Paper paper, Instant sent, Course.Entry entry) {
            var fault = checks.of(paper, sent);
            if (fault.isPresent()) {
                return receipts.receipts(paper, sent, Course.failed(entry, fault.get()));
            }
            registry.file(paper);
            return switch (paper.form()) {
                case ORDER, WAYBILL -> receipts.receipts(paper, sent, Course.stored(paper, entry));
                case LIST -> decided(paper, sent, entry);
                case BINDING -> bound(paper, sent, entry);
            };
        }

        private List<Receipt> decided(Paper list, Instant sent, Course.Entry entry) {
            var steps = course.decided(list, Weighing.of(list), entry);
            registry.fileDecision(list, sent, steps.get(steps.size() - 1));
            return receipts.receipts(list, sent, steps);
        }

        /** The binding is stored; the lists of its parcels are closed some hours later. */
        private List<Receipt> bound(Paper binding, Instant sent, Course.Entry entry) {
            var all = new ArrayList<>(receipts.receipts(binding, sent, Course.stored(binding, entry)));
            for (var row : binding.rows()) {
                var filed = registry.listOfWaybill(row.getOrDefault("logisticsNo", ""))
                        .orElseThrow();
                var step = course.closed(filed.list(), entry.stored());
                all.addAll(receipts.receipts(filed.list(), filed.sent(), List.of(step)));
            }
            return all;
        }

        private Answer refusal(Sent document, Incoming.Unreadable unreadable, byte[] content) {
            var at = document.name().at().plusSeconds(30);
            var name =
                    new WireName(receipts.quarter(at), "CEB900", document.name().key(), "xml");
            return Answer.of(name, () -> messages.refusal(document.name().key(), unreadable, at, content));
        }
    }
}
