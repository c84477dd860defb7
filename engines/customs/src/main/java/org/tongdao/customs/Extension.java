package org.tongdao.customs;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.Optional;

/**
 * Data of the sender's own that rides along ({@code ExtendMessage}): in exports it stands behind the signature, in imports before it.
 *
 * @param name of the foreign message, at most 30 characters
 * @param version of the foreign message, at most 30 characters
 * @param content one element as canonical XML with its own namespaces, or empty
 */
public record Extension(String name, String version, String content) {

    /** Takes any well-formed element; throws {@link XmlRefusedException} for text that is none. */
    public static Extension of(String name, String version, String xml) throws XmlRefusedException {
        return new Extension(name, version, xml.isEmpty() ? "" : content(XmlText.utf8(xml), false));
    }

    /** The content as it stands inside of a message, where the {@code ceb} namespace is declared already. */
    String inMessage() {
        if (content.isEmpty()) {
            return "";
        }
        try {
            return content(XmlText.utf8("<x xmlns:ceb=\"" + CebWriter.CEB + "\">" + content + "</x>"), true);
        } catch (XmlRefusedException e) {
            throw new IllegalArgumentException(
                    "the extension " + name + " does not hold one element: " + e.getMessage(), e);
        }
    }

    private static String content(byte[] xml, boolean wrapped) throws XmlRefusedException {
        var in = SafeXml.open(xml);
        var canonical = new Canonical();
        var sink = new StringBuilder();
        var nowhere = new StringBuilder();
        int depth = wrapped ? -1 : 0;
        for (int event = in.next(); event != END_DOCUMENT; event = in.next()) {
            depth -= event == END_ELEMENT ? 1 : 0;
            boolean inside = depth >= 0;
            canonical.take(event, in.stream(), inside ? sink : nowhere);
            depth += event == START_ELEMENT ? 1 : 0;
        }
        return sink.toString();
    }

    /** Finds the extension of a message that has one; reads the message again, since its namespaces count. */
    static Optional<Extension> find(byte[] message) throws XmlRefusedException {
        var in = SafeXml.open(message);
        var canonical = new Canonical();
        var parts = new StringBuilder[] {new StringBuilder(), new StringBuilder(), new StringBuilder()};
        var nowhere = new StringBuilder();
        var sink = nowhere;
        boolean found = false;
        int depth = 0;
        for (int event = in.next(); event != END_DOCUMENT; event = in.next()) {
            nowhere.setLength(0);
            depth -= event == END_ELEMENT ? 1 : 0;
            if (event == START_ELEMENT) {
                found = depth == 1 ? in.name().equals("ExtendMessage") : found;
                sink = !found || depth < 3 ? nowhere : sink;
                if (found && depth == 3) {
                    canonical.apex();
                    sink = parts[2];
                }
            } else if (event == END_ELEMENT && depth < 3) {
                sink = nowhere;
            }
            canonical.take(event, in.stream(), sink);
            depth += event == START_ELEMENT ? 1 : 0;
            if (event == START_ELEMENT && found && depth == 3) {
                sink = in.name().equals("name") ? parts[0] : in.name().equals("version") ? parts[1] : nowhere;
            }
            if (event == END_ELEMENT && found && depth == 1) {
                return Optional.of(new Extension(parts[0].toString(), parts[1].toString(), parts[2].toString()));
            }
        }
        return Optional.empty();
    }
}
