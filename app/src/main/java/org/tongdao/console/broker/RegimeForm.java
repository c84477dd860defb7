package org.tongdao.console.broker;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.CustomsRegime;

/** The fields of a form that says under which regime something is declared; what was left open is null. */
record RegimeForm(
        String regime,
        @Nullable String pilot,
        @Nullable String emsNo,
        @Nullable String zoneCode,
        @Nullable String zoneName) {

    CustomsRegime named() {
        try {
            return CustomsRegime.ofCode(regime);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    boolean isPilot() {
        return pilot != null && !pilot.isEmpty();
    }

    ZoneLedger ledger() {
        return new ZoneLedger(text(emsNo), text(zoneCode), text(zoneName));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
