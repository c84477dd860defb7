package org.tongdao.customs;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.tongdao.terms.Finding;

/**
 * What a parcel costs and lacks at the country of arrival.
 *
 * @param procedure codes such as F48, or the declaration that is needed
 * @param dutyEur customs duty in euro; for the EU only the flat duty, ad valorem duty above the threshold is the declarant's work
 * @param vatEur import VAT where our data hold the rate; 0 where it was paid at the sale (IOSS) or the rate is not in our data, see the trace
 * @param feeEur national fees
 * @param trace how each figure came about
 * @param version of the rules
 * @param basis the rules used, each with source and certainty
 */
public record FarAssessment(
        String procedure,
        BigDecimal dutyEur,
        BigDecimal vatEur,
        BigDecimal feeEur,
        List<FarStep> trace,
        String version,
        List<FarBasis> basis,
        List<Finding> findings) {

    public FarAssessment {
        trace = List.copyOf(trace);
        basis = List.copyOf(basis);
        findings = List.copyOf(findings);
    }

    /** Certainty of the rules used, so that a figure from an unconfirmed rule says so. */
    public String mark() {
        return basis.stream().map(FarBasis::mark).distinct().sorted().collect(Collectors.joining("; "));
    }

    public boolean isComplete() {
        return findings.stream().noneMatch(Finding::stops);
    }
}
