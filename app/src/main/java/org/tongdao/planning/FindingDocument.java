package org.tongdao.planning;

import org.tongdao.terms.Finding;

/** A finding as the commands of this module print it. */
record FindingDocument(String rule, String severity, String place, String value, String maybe) {

    static FindingDocument of(Finding finding) {
        return new FindingDocument(
                finding.rule(),
                finding.severity().name(),
                finding.place().toString(),
                finding.value(),
                finding.maybe());
    }

    String line() {
        return severity + "  " + rule + "  " + place + "  " + value + "  " + maybe;
    }
}
