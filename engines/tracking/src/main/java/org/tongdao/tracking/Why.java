package org.tongdao.tracking;

import java.util.List;

/**
 * The business dimension of an event.
 *
 * @param bizStep CBV step such as {@code departing} or an own URI; empty when not said
 * @param disposition CBV state such as {@code in_transit} or an own URI; empty when not said
 * @param transactions papers it belongs to
 * @param sources who or where it comes from
 * @param destinations who or where it goes to
 */
public record Why(
        String bizStep,
        String disposition,
        List<BizTransaction> transactions,
        List<Party> sources,
        List<Party> destinations) {

    public Why {
        transactions = List.copyOf(transactions);
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
    }

    public static Why of(String bizStep, String disposition) {
        return new Why(bizStep, disposition, List.of(), List.of(), List.of());
    }

    public Why with(BizTransaction transaction) {
        return new Why(bizStep, disposition, List.of(transaction), sources, destinations);
    }

    /** The change of hands of a handover: EPCIS wants both ends as {@code possessing_party}. */
    public Why handedOver(String from, String to) {
        return new Why(
                bizStep,
                disposition,
                transactions,
                List.of(new Party("possessing_party", from)),
                List.of(new Party("possessing_party", to)));
    }
}
