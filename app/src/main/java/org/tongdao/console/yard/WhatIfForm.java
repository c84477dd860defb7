package org.tongdao.console.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongdao.dispatch.WhatIfCase;
import org.tongdao.yard.YardStation;

/** Reads what a person asks: a baseline, ticked questions and one of the person's own, put together from several changes. */
record WhatIfForm(Map<String, String> fields) {

    /** The usual questions of a station, as changes. */
    static List<String> usual(YardStation station) {
        return List.of(
                "crane=+" + station.cranesPerTrain(), "transload_track=+1", "mode=other", "trains=+20%", "wind=12");
    }

    /** Changes a person may put together; the fields are named {@code own-KEY}. */
    static final List<String> OWN = List.of(
            "transload_track",
            "crane",
            "customs_lane",
            "locomotive",
            "trains",
            "containers",
            "seconds_per_lift",
            "wind");

    WhatIfCase.Wish wish(YardStation station) {
        var variants = new ArrayList<String>();
        boolean serial = text("mode").equals("serial");
        for (var question : usual(station)) {
            if (fields.containsKey("q-" + key(question))) {
                variants.add(question.equals("mode=other") ? "mode=" + (serial ? "parallel" : "serial") : question);
            }
        }
        var own = own();
        if (!own.isEmpty()) {
            variants.add(own);
        }
        return new WhatIfCase.Wish(baseline(), variants, number("replications", 10), number("days", 60));
    }

    private String baseline() {
        var changes = new ArrayList<String>();
        if (text("mode").equals("serial")) {
            changes.add("mode=serial");
        }
        for (var key : List.of("trains", "containers")) {
            if (!text(key).isEmpty()) {
                changes.add(key + "=" + text(key));
            }
        }
        return String.join(",", changes);
    }

    private String own() {
        var changes = new ArrayList<String>();
        for (var key : OWN) {
            var value = text("own-" + key);
            if (!value.isEmpty()) {
                changes.add(key + "=" + value);
            }
        }
        return String.join(",", changes);
    }

    private int number(String field, int otherwise) {
        try {
            return text(field).isEmpty() ? otherwise : Integer.parseInt(text(field));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip().replace(",", ".");
    }

    static String key(String change) {
        return change.substring(0, change.indexOf('='));
    }
}
