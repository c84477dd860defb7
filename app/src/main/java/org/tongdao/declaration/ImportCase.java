package org.tongdao.declaration;

import java.util.ArrayList;
import java.util.List;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.ImportDeclaration;
import org.tongdao.customs.ImportParcel;
import org.tongdao.customs.ImportRules;
import org.tongdao.customs.ListTerms;
import org.tongdao.customs.RegimeCase;
import org.tongdao.customs.RegimeRules;
import org.tongdao.terms.Finding;

/** An import parcel under its regime: what stands against it, and its four papers. The same for the desk and for {@code customs build}. */
record ImportCase(DeclareAs as, RegimeRules rules, ImportParcel parcel) {

    /** What we send ourselves before the list. */
    private static final List<String> OURS = List.of("CEB311", "CEB411", "CEB511");

    List<Finding> against(ImportRules own) {
        var against = new ArrayList<>(ListTerms.against(parcel.copNo(), rules, goods(), as.ledger(), OURS));
        if (rules.isOpen()) {
            against.addAll(own.check(parcel, terms()));
        }
        return against;
    }

    /** Order, payment, waybill and list; the regime must be open, see {@link #against}. */
    List<CebDocument> papers(ImportDeclaration declaration) {
        return List.of(
                declaration.order(parcel, terms()),
                declaration.payment(parcel),
                declaration.waybill(parcel),
                declaration.list(parcel, terms()));
    }

    private ListTerms terms() {
        return ListTerms.of(as.regime(), rules, goods(), as.ledger());
    }

    private RegimeCase goods() {
        return RegimeCase.plain(parcel.goodsValue());
    }
}
