package org.tongdao.emulator.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.tongdao.emulator.Answer;
import org.tongdao.emulator.Sent;
import org.tongdao.emulator.WireName;
import org.tongdao.emulator.WorkingHours;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a handover that cannot be worked with: which document, and why. */
final class Refusal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Refusal() {}

    static Answer of(Sent document, Handover.Unreadable why, Duration step) {
        Instant due = WorkingHours.roundUp(document.name().at().plusSeconds(60), step);
        var name = new WireName(due, "REFUSAL", document.name().key(), "json");
        var said = new LinkedHashMap<String, String>();
        said.put("document", document.name().fileName());
        said.put("why", String.valueOf(why.getMessage()));
        return Answer.of(name, () -> JSON.writeValueAsBytes(said));
    }
}
