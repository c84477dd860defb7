package org.tongdao.customs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongdao.terms.CustomsRegime;

/** The rules of one regime and direction on one day; asking again with that day gives the same rules. */
public final class RegimeRules {

    private final String name;
    private final CustomsRegime regime;
    private final TradeWay way;
    private final LocalDate day;
    private final Map<String, RegimeRule> held;

    RegimeRules(String name, CustomsRegime regime, TradeWay way, LocalDate day, Map<String, RegimeRule> held) {
        this.name = name;
        this.regime = regime;
        this.way = way;
        this.day = day;
        this.held = new TreeMap<>(held);
    }

    /** Whether the regime exists in this direction on this day. */
    public boolean isOpen() {
        return held.containsKey("list-message");
    }

    /** Name of the table and its last change that counts here; stored with the decision. */
    public String version() {
        return name + "-"
                + held.values().stream()
                        .map(RegimeRule::from)
                        .max(LocalDate::compareTo)
                        .map(LocalDate::toString)
                        .orElse("empty");
    }

    /** Message types that customs wants before the list, such as CEB303 and CEB505. */
    public List<String> documents() {
        return find("documents").map(r -> List.of(r.value().split("\\|"))).orElse(List.of()).stream()
                .map(code -> "CEB" + code)
                .toList();
    }

    /** Whether a payment (411) or receipt of money (403) must be there before the list. */
    public boolean needsPayment() {
        return documents().contains("CEB403") || documents().contains("CEB411");
    }

    public boolean needsEms() {
        return is("ems-needed", "yes");
    }

    /** The row behind one rule; empty when there is none for this regime and day. */
    public Optional<RegimeRule> find(String rule) {
        return Optional.ofNullable(held.get(rule));
    }

    /** {@code orderType} of the order message. */
    public String orderType() {
        return value("order-type");
    }

    /**
     * How goods of a value have to be declared.
     *
     * @param goods what is known of them
     */
    public DeclarationMode mode(RegimeCase goods) {
        var limit = find("list-limit-cny").map(r -> new BigDecimal(r.value()));
        if (limit.isPresent()
                && (goods.valueCny().compareTo(limit.get()) > 0
                        || goods.licence()
                        || goods.inspection()
                        || goods.tax())) {
            return DeclarationMode.DECLARATION;
        }
        boolean plain = !goods.licence() && !goods.tax() && !goods.rebate() && !goods.inspection();
        return goods.pilotZone() && plain && find("simplified-digits").isPresent()
                ? DeclarationMode.SIMPLIFIED_LIST
                : DeclarationMode.LIST;
    }

    /** {@code statisticsFlag} of a list: A simplified, B to be summarised. */
    public String statisticsFlag(DeclarationMode mode) {
        return mode == DeclarationMode.SIMPLIFIED_LIST ? "A" : "B";
    }

    /** How many digits of the HS code count; ten unless simplified. */
    public int hsDigits(DeclarationMode mode) {
        return mode == DeclarationMode.SIMPLIFIED_LIST
                ? find("simplified-digits")
                        .map(r -> Integer.parseInt(r.value()))
                        .orElse(10)
                : 10;
    }

    /** Last day for the summary declaration of lists released at this instant; empty when the regime has none. */
    public Optional<LocalDate> summaryDeadline(Instant released) {
        var next = released.atZone(ChinaTime.ZONE).toLocalDate().plusMonths(1);
        return find("summary-deadline-day").map(r -> next.withDayOfMonth(Integer.parseInt(r.value())));
    }

    /** What lists must have in common to become one line of a summary declaration. */
    public List<String> summaryKey() {
        return find("summary-key").map(r -> List.of(r.value().split("\\|"))).orElse(List.of());
    }

    /** {@code tradeMode} of a return (213); empty when the regime has none. */
    public Optional<String> returnTradeMode() {
        return find("return-trade-mode").map(RegimeRule::value);
    }

    /** Last day on which unchanged goods exported on this rule's day come back without duty; empty when they never do. */
    public Optional<LocalDate> dutyFreeReturnUntil(boolean food) {
        return food
                ? Optional.empty()
                : find("return-duty-free-months").map(r -> day.plusMonths(Integer.parseInt(r.value())));
    }

    /** Last day for a return of goods released on this rule's day within the import regime. */
    public Optional<LocalDate> returnUntil() {
        return find("return-window-days").map(r -> day.plusDays(Integer.parseInt(r.value())));
    }

    /** What the three-document match asks for under these rules. */
    public MatchRules match() {
        return new MatchRules(
                needsPayment(),
                is("payer-is-buyer", "yes"),
                new BigDecimal(find("rounding-tolerance").map(RegimeRule::value).orElse("0")),
                version());
    }

    /** Documents are needed whose receipts are not among {@code stored}: these. */
    public List<String> missing(List<String> stored) {
        return documents().stream().filter(type -> !stored.contains(type)).toList();
    }

    private boolean is(String rule, String wanted) {
        return find(rule).filter(r -> r.value().equals(wanted)).isPresent();
    }

    private String value(String rule) {
        return find(rule)
                .map(RegimeRule::value)
                .orElseThrow(() -> new IllegalStateException("no " + rule + " for " + this));
    }

    @Override
    public String toString() {
        return regime.code() + " " + way + " on " + day;
    }
}
