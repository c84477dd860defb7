package org.tongdao.declaration;

import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.tongdao.editions.Editions;
import org.tongdao.editions.InForce;

/** Hands out what the desk works with, in the editions that are in force now. */
@Component
@Lazy
class Desk {

    /** The work clock may stand in the past; a soft key counts there too. */
    static final Instant SOFT_KEY_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private static final List<String> LISTS =
            List.of(Books.TARIFF, Books.SCREENING, Books.REGIMES, Books.LIMITS, Books.RATES, Books.PARTIES);

    private final InForce<DeskTools> tools;

    Desk(Editions editions) {
        this.tools = editions.read(LISTS, of -> DeskTools.of(new Books(of)));
    }

    /** Taken once for one piece of work, so that a decision and the version it names are of the same editions. */
    DeskTools tools() {
        return tools.get();
    }
}
