package org.tongdao.tracking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongdao.terms.ContainerNo;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;
import org.tongdao.terms.WagonNo;

/**
 * The names of things in events: every object, place and event is a URI.
 *
 * <p>Bags carry GS1 numbers, so they use GS1's own URI (Digital Link, {@code https://id.gs1.org/00/…}), which needs no knowledge of the company prefix
 * length. What GS1 does not number (postal item, ISO container, wagon, train, node, event) has a {@code urn:tongdao:} name. See docs/formats/epcis.md.
 */
public record Epc(Kind kind, String value) {

    /** What kind of thing a URI names. */
    public enum Kind {
        PARCEL("urn:tongdao:s10:"),
        BAG("https://id.gs1.org/00/"),
        CONTAINER("urn:tongdao:iso6346:"),
        WAGON("urn:tongdao:uic:"),
        TRAIN("urn:tongdao:train:"),
        NODE("urn:tongdao:node:"),
        EVENT("urn:tongdao:event:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        public String prefix() {
            return prefix;
        }
    }

    /** The older EPC form of an SSCC, company prefix and serial apart; read, never written. */
    private static final Pattern SSCC_URN = Pattern.compile("urn:epc:id:sscc:(\\d{6,12})\\.(\\d)(\\d{4,10})");

    public static String parcel(S10 number) {
        return Kind.PARCEL.prefix + number.value();
    }

    public static String bag(Sscc number) {
        return Kind.BAG.prefix + number.value();
    }

    public static String container(ContainerNo number) {
        return Kind.CONTAINER.prefix + number.value();
    }

    public static String wagon(WagonNo number) {
        return Kind.WAGON.prefix + number.value();
    }

    /** {@code number} consists of letters, digits and hyphens. */
    public static String train(String number) {
        return Kind.TRAIN.prefix + plain(number);
    }

    public static String node(String id) {
        return Kind.NODE.prefix + plain(id);
    }

    /** An event id from a milestone and what makes the fact unique, e.g. {@code event(T090, "X8001")}; the same fact gets the same id. */
    public static String event(Milestone milestone, String... key) {
        var id = new StringBuilder(Kind.EVENT.prefix).append(milestone);
        for (String part : key) {
            id.append(':').append(plain(part));
        }
        return id.toString();
    }

    /** Reads a URI of one of the kinds above, with check digits verified; empty when it is none. */
    public static Optional<Epc> find(String uri) {
        Matcher sscc = SSCC_URN.matcher(uri);
        if (sscc.matches()) {
            return ssccOf(sscc.group(2) + sscc.group(1) + sscc.group(3));
        }
        for (Kind kind : Kind.values()) {
            if (uri.startsWith(kind.prefix)) {
                var value = uri.substring(kind.prefix.length());
                return isValid(kind, value) ? Optional.of(new Epc(kind, value)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The node id in a place URI, empty when the URI is not a node. */
    public static String nodeOf(String uri) {
        return uri.startsWith(Kind.NODE.prefix) ? uri.substring(Kind.NODE.prefix.length()) : "";
    }

    public String uri() {
        return kind.prefix + value;
    }

    private static Optional<Epc> ssccOf(String payload) {
        if (payload.length() != 17) {
            return Optional.empty();
        }
        return Optional.of(new Epc(Kind.BAG, completed(payload)));
    }

    private static String completed(String payload) {
        return Sscc.of(payload.charAt(0) - '0', payload.substring(1, 8), Long.parseLong(payload.substring(8)))
                .value();
    }

    private static boolean isValid(Kind kind, String value) {
        return switch (kind) {
            case PARCEL -> S10.isValid(value);
            case BAG -> Sscc.isValid(value);
            case CONTAINER -> ContainerNo.isValid(value);
            case WAGON -> WagonNo.isValid(value);
            case TRAIN, NODE -> value.matches("[A-Za-z0-9-]+");
            case EVENT -> value.matches("[A-Za-z0-9:._-]+");
        };
    }

    private static String plain(String text) {
        if (!text.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "'" + text + "' cannot stand in a URI. Maybe letters, digits, '.', '_', '-'.");
        }
        return text;
    }
}
