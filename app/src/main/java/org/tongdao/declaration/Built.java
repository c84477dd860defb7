package org.tongdao.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.Strictness;
import org.tongdao.terms.Finding;

/** Documents built from a file of orders, by type in the order they are sent; what stands against the others. */
final class Built {

    private final Map<String, List<CebDocument>> documents = new LinkedHashMap<>();
    private final List<Finding> findings;
    private int orders;
    private int good;

    Built(List<Finding> ofTheFile) {
        this.findings = new ArrayList<>(ofTheFile);
    }

    /** Makes the documents of one order. */
    @FunctionalInterface
    interface Maker {
        List<CebDocument> make();
    }

    /** Adds the documents of an order that nothing stands against. */
    void add(List<Finding> found, Maker maker) {
        orders++;
        var against = new ArrayList<>(found);
        if (against.stream().noneMatch(Finding::stops)) {
            var made = maker.make();
            made.forEach(d -> against.addAll(CebCheck.check(d, Strictness.OUTBOUND)));
            if (against.stream().noneMatch(Finding::stops)) {
                good++;
                made.forEach(d -> documents
                        .computeIfAbsent(d.type().code(), t -> new ArrayList<>())
                        .add(d));
            }
        }
        findings.addAll(against);
    }

    Map<String, List<CebDocument>> documents() {
        return documents;
    }

    List<Finding> findings() {
        return findings;
    }

    int orders() {
        return orders;
    }

    int good() {
        return good;
    }
}
