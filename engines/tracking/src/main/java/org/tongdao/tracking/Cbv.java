package org.tongdao.tracking;

import java.util.List;

/** The three spellings of a Core Business Vocabulary word (GS1 CBV 2.0: bare, Digital Link, URN); we keep the bare one, and questions are asked in any. */
public final class Cbv {

    private static final List<String> PREFIXES = List.of(
            "https://ref.gs1.org/cbv/BizStep-",
            "https://ref.gs1.org/cbv/Disp-",
            "https://ref.gs1.org/cbv/BTT-",
            "https://ref.gs1.org/cbv/SDT-",
            "cbv:BizStep-",
            "cbv:Disp-",
            "urn:epcglobal:cbv:bizstep:",
            "urn:epcglobal:cbv:disp:",
            "urn:epcglobal:cbv:btt:",
            "urn:epcglobal:cbv:sdt:");

    private Cbv() {}

    /** {@code departing} for {@code urn:epcglobal:cbv:bizstep:departing}; anything else as it is. */
    public static String word(String term) {
        for (String prefix : PREFIXES) {
            if (term.startsWith(prefix)) {
                return term.substring(prefix.length());
            }
        }
        return term;
    }
}
