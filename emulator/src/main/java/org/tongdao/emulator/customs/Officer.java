package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.emulator.Answer;
import org.tongdao.emulator.Answerer;
import org.tongdao.emulator.Sent;
import org.tongdao.emulator.WireName;
import org.tongdao.emulator.customs.Incident.Kind;

/** Reads, checks and decides; remembers what is on file. */
final class Officer implements Answerer {

    /** From here on a return is one of the whole purchase: its bill is void. */
    private static final double WHOLE = 0.999;

    private final Registry registry = new Registry();
    private final Checks checks;
    private final MessageDesk messages = new MessageDesk();
    private final Conduct conduct;
    private final Course course;
    private final ReceiptDesk receipts;
    private final Aftermath aftermath;

    Officer(long seed, Conduct conduct) {
        this.conduct = conduct;
        checks = new Checks(registry, conduct.limits());
        course = new Course(seed, conduct);
        receipts = new ReceiptDesk(seed, conduct);
        aftermath = new Aftermath(seed, receipts, conduct.limits());
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
        if (paper.form() == PaperForm.BINDING) {
            return bound(paper, sent, entry);
        }
        return switch (paper.form().way()) {
            case STORED -> receipts.receipts(paper, sent, Course.stored(paper, entry));
            case DECIDED -> decided(paper, sent, entry);
            case EXAMINED, STORED_AND_EXAMINED -> examined(paper, sent, entry);
        };
    }

    private List<Receipt> decided(Paper list, Instant sent, Course.Entry entry) {
        var steps = course.decided(list, Weighing.of(list), entry);
        var all = new ArrayList<>(receipts.receipts(list, sent, steps));
        if (list.form().isList()) {
            var filed = new Registry.Filed(list, receipts.invtNo(list, sent), sent, steps.get(steps.size() - 1));
            registry.fileDecision(filed);
            if (list.form() == PaperForm.IMPORT_LIST && filed.end().status().equals(Status.RELEASED)) {
                var purchase = Purchase.of(list, sent);
                registry.buy(purchase.buyerAndYear(), purchase.cny());
                all.addAll(aftermath.taxes(filed));
            }
        }
        return all;
    }

    private List<Receipt> examined(Paper paper, Instant sent, Course.Entry entry) {
        var steps = course.examined(paper, entry);
        var end = steps.get(steps.size() - 1).at();
        var all = new ArrayList<>(receipts.receipts(paper, sent, steps));
        switch (paper.form()) {
            case CANCEL, IMPORT_CANCEL -> {
                registry.cancel(paper.head("invtNo"));
                givenBack(paper, 1).ifPresent(filed -> all.add(aftermath.voidBill(filed, end)));
            }
            case IMPORT_RETURN -> {
                double share = share(paper);
                givenBack(paper, share)
                        .filter(filed -> share > WHOLE)
                        .ifPresent(filed -> all.add(aftermath.voidBill(filed, end)));
            }
            case SUMMARY -> {
                var lists = paper.rows().stream()
                        .flatMap(row -> registry.listOfNumber(row.getOrDefault("invtNo", "")).stream())
                        .toList();
                all.add(aftermath.summarised(paper, lists, receipts.sumNo(paper, sent), course.summarised(end)));
            }
            default -> {
                // a report has no further effect
            }
        }
        return all;
    }

    /** A cancelled or returned purchase counts no longer in its buyer's year, as far as it came back. */
    private Optional<Registry.Filed> givenBack(Paper paper, double share) {
        return registry.listOfNumber(paper.head("invtNo"))
                .filter(filed -> filed.list().form() == PaperForm.IMPORT_LIST)
                .filter(filed -> filed.end().status().equals(Status.RELEASED))
                .map(filed -> {
                    var purchase = Purchase.of(filed.list(), filed.sent());
                    registry.buy(purchase.buyerAndYear(), -share * purchase.cny());
                    return filed;
                });
    }

    private double share(Paper back) {
        return registry.listOfNumber(back.head("invtNo"))
                .map(filed -> quantity(back) / Math.max(1e-9, quantity(filed.list())))
                .orElse(0.0);
    }

    private static double quantity(Paper paper) {
        return paper.rows().stream()
                .mapToDouble(row -> Paper.amount(row, "qty"))
                .sum();
    }

    /** The binding is stored; the lists of its parcels are closed some hours later. */
    private List<Receipt> bound(Paper binding, Instant sent, Course.Entry entry) {
        var all = new ArrayList<>(receipts.receipts(binding, sent, Course.stored(binding, entry)));
        for (var row : binding.rows()) {
            var filed =
                    registry.listOfWaybill(row.getOrDefault("logisticsNo", "")).orElseThrow();
            registry.bind(filed.invtNo());
            var step = course.closed(filed.list(), entry.stored());
            all.addAll(receipts.receipts(filed.list(), filed.sent(), List.of(step)));
        }
        return all;
    }

    private Answer refusal(Sent document, Incoming.Unreadable unreadable, byte[] content) {
        var at = document.name().at().plusSeconds(30);
        var name = new WireName(receipts.quarter(at), "CEB900", document.name().key(), "xml");
        return Answer.of(name, () -> messages.refusal(document.name().key(), unreadable, at, content));
    }
}
