package org.tongdao.console.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.keys.KeyState;

/**
 * A key as the page shows it.
 *
 * @param place 1 for the one that signs, 2 and more for those that follow when it fails, 0 for one that cannot sign now
 * @param now the work clock
 */
record SignerLine(KeyState key, int place, Instant now) {

    static List<SignerLine> of(List<KeyState> keys, Instant now) {
        var lines = new ArrayList<SignerLine>();
        int next = 1;
        for (var key : keys) {
            lines.add(new SignerLine(key, key.canSign() ? next++ : 0, now));
        }
        return lines;
    }

    /** What it does now, as a key of the term base. */
    public String part() {
        return switch (place) {
            case 0 -> key.use().isInService() ? "ill" : "out";
            case 1 -> "signs";
            default -> "follows";
        };
    }

    public String tone() {
        return switch (part()) {
            case "ill" -> "bad";
            case "signs" -> "ok";
            default -> "";
        };
    }

    public String algorithm() {
        var held = key.certificate();
        return held == null
                ? ""
                : switch (held.profile()) {
                    case SM2_SM3 -> "SM2 / SM3";
                    case RSA_SHA1 -> "RSA / SHA-1";
                };
    }

    public long daysLeft() {
        var held = key.certificate();
        return held == null ? 0 : held.daysLeft(now);
    }

    public String daysTone() {
        var held = key.certificate();
        return held == null ? "" : held.isOver(now) ? "bad" : held.endsSoon(now) ? "warn" : "ok";
    }

    /** How long ago it answered or did not, in seconds or minutes. */
    public String asked() {
        var ago = key.health().ago();
        return ago == null ? "–" : ago.toSeconds() < 120 ? ago.toSeconds() + " s" : ago.toMinutes() + " min";
    }

    /** Share of its signatures a minute that are used up, in percent. */
    public int rate() {
        int most = key.use().perMinute();
        return most == 0 ? 0 : Math.min(100, 100 * key.use().lastMinute() / most);
    }
}
