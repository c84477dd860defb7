package org.tongdao.console.money;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.Address;
import org.tongdao.settlement.Adjustment;
import org.tongdao.settlement.MerchantMonth;
import org.tongdao.settlement.OpenMonth;
import org.tongdao.settlement.StatementAnswer;
import org.tongdao.settlement.Statements;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Money;
import org.tongdao.terms.Place;

/** Months: finance signs them off, the merchant accepts or says what is wrong, and what is put right stands in a later one. */
@Controller
class MonthsController {

    private static final Set<String> SIGNING = Set.of("ADMIN", "FINANCE");
    private static final Set<String> CURRENCIES = Set.of("CNY", "EUR", "USD", "KZT", "RUB");
    private static final int SHOWN = 500;

    /** More open months than this are not shown at once; the page says so. */
    private static final int OPEN_SHOWN = 200;

    private final Statements statements;
    private final MonthReader reader;
    private final Audit audit;

    MonthsController(Statements statements, MonthReader reader, Audit audit) {
        this.statements = statements;
        this.reader = reader;
        this.audit = audit;
    }

    @GetMapping("/bills/months")
    String list(@AuthenticationPrincipal SignedIn me, MonthFilter filter, Model model) {
        var open = filter.key().isPresent() ? List.<OpenMonth>of() : open(filter);
        var signed = reader.signed(filter);
        var shown = signed.subList(0, Math.min(MonthReader.PAGE, signed.size()));
        model.addAttribute("merchant", filter.whose());
        model.addAttribute("month", filter.month());
        model.addAttribute(
                "open", open.stream().limit(OPEN_SHOWN).map(this::shown).toList());
        model.addAttribute("more", open.size() > OPEN_SHOWN ? OPEN_SHOWN : null);
        model.addAttribute("signed", shown);
        model.addAttribute(
                "next", signed.size() > MonthReader.PAGE ? filter.below(shown.get(MonthReader.PAGE - 1)) : null);
        model.addAttribute("signs", SIGNING.contains(me.role()));
        model.addAttribute("once", UUID.randomUUID());
        model.addAttribute("currencies", CURRENCIES.stream().sorted().toList());
        return "money/months";
    }

    /** A month that is not signed off; {@code over}: it can be. */
    record Open(String merchant, String month, String currency, int lines, BigDecimal amount, boolean over) {}

    private List<OpenMonth> open(MonthFilter filter) {
        return statements.open(filter.whose(), filter.month(), OPEN_SHOWN + 1);
    }

    private Open shown(OpenMonth o) {
        var of = new MerchantMonth(o.merchant(), YearMonth.parse(o.month()));
        return new Open(o.merchant(), o.month(), o.currency(), o.lines(), o.amount(), statements.isOver(of));
    }

    @GetMapping("/bills/month")
    String one(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String merchant,
            @RequestParam YearMonth month,
            Model model) {
        var signed = reader.find(merchant, month).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var lines = reader.lines(merchant, month, SHOWN);
        model.addAttribute("signed", signed);
        model.addAttribute("lines", lines);
        model.addAttribute("sums", reader.sums(merchant, month));
        model.addAttribute("answers", reader.answers(merchant, month));
        model.addAttribute("cut", signed.lines() > lines.size());
        model.addAttribute(
                "answering", me.role().equals("MERCHANT") && !signed.state().equals("accepted"));
        return "money/month";
    }

    @PostMapping("/bills/months/close")
    String close(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String merchant,
            @RequestParam YearMonth month,
            RedirectAttributes told) {
        var refused = statements.close(new MerchantMonth(merchant, month), me.name());
        return outcome(me, "sign statement", merchant + " " + month, refused, told);
    }

    /** The merchant is the one who is signed in, whatever the form says. */
    @PostMapping("/bills/months/answer")
    String answer(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam YearMonth month,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes told) {
        var of = new MerchantMonth(me.merchant(), month);
        var refused = statements.answer(of, new StatementAnswer(accepted, words, me.name()));
        outcome(me, accepted ? "accept statement" : "dispute statement", me.merchant() + " " + month, refused, told);
        return "redirect:"
                + Address.of("/bills/month").with("merchant", me.merchant()).with("month", month);
    }

    /** As the form of an adjustment gives it; {@code amount} may be below zero. */
    record Wanted(UUID once, String merchant, String amount, String currency, String reason) {

        /** A field that a request leaves out is an empty one. */
        Wanted {
            once = Objects.requireNonNullElseGet(once, UUID::randomUUID);
            merchant = Objects.requireNonNullElse(merchant, "");
            amount = Objects.requireNonNullElse(amount, "");
            currency = Objects.requireNonNullElse(currency, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @PostMapping("/bills/months/adjust")
    String adjust(@AuthenticationPrincipal SignedIn me, Wanted wanted, RedirectAttributes told) {
        var amount = amount(wanted);
        Optional<Finding> refused = amount.isEmpty()
                ? Optional.of(Finding.error(
                        "ADJUST-AMOUNT",
                        Place.of("statement"),
                        wanted.amount() + " " + wanted.currency(),
                        "An amount such as -12.50, not zero."))
                : statements
                        .adjust(new Adjustment(
                                wanted.once(),
                                wanted.merchant().strip(),
                                amount.get(),
                                wanted.reason() + " · " + me.name()))
                        .stream()
                        .findFirst();
        return outcome(
                me,
                "adjust account",
                wanted.merchant() + " " + wanted.amount() + " " + wanted.currency() + " " + wanted.reason(),
                refused,
                told);
    }

    private static Optional<Money> amount(Wanted wanted) {
        var text = wanted.amount().strip().replace(',', '.').replace('−', '-');
        return text.matches("-?\\d{1,9}(\\.\\d{1,2})?") && CURRENCIES.contains(wanted.currency())
                ? Optional.of(Money.of(text, wanted.currency()))
                : Optional.empty();
    }

    private String outcome(
            SignedIn me, String act, String subject, Optional<Finding> refused, RedirectAttributes told) {
        refused.ifPresentOrElse(f -> told.addFlashAttribute("wrong", f), () -> {
            audit.write(me, act, subject);
            told.addFlashAttribute("done", true);
        });
        return "redirect:/bills/months";
    }
}
