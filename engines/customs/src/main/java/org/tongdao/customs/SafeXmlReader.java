package org.tongdao.customs;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A StAX reader that stops at the first thing {@link SafeXml} forbids. */
final class SafeXmlReader {

    private final XMLStreamReader reader;

    SafeXmlReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The next event; a {@code DOCTYPE} or an entity ends the reading. */
    int next() throws XmlRefusedException {
        try {
            int event = reader.next();
            if (SafeXml.isForbidden(event)) {
                throw SafeXml.refused("document types and entities are not accepted", reader);
            }
            return event;
        } catch (XMLStreamException e) {
            throw SafeXml.refused(e);
        } catch (RuntimeException e) {
            throw SafeXml.refused("not well-formed", reader);
        }
    }

    /** The next start or end of an element; anything but blanks, comments and processing instructions in between is refused. */
    int nextTag() throws XmlRefusedException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT
                && event != XMLStreamConstants.END_DOCUMENT) {
            boolean text = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
            if (text && !reader.isWhiteSpace()) {
                throw SafeXml.refused("text between elements", reader);
            }
            event = next();
        }
        return event;
    }

    /** The text of the element just started, which must not hold elements; leaves the reader at its end. */
    String text() throws XmlRefusedException {
        String text = "";
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (isText(event)) {
                text = text.isEmpty() ? reader.getText() : text + reader.getText();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                throw SafeXml.refused("element " + reader.getLocalName() + " inside of a field", reader);
            }
        }
        return text;
    }

    /** Passes over the element just started. */
    void skip() throws XmlRefusedException {
        for (int depth = 1; depth > 0; ) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        var uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    String attribute(String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    long line() {
        return reader.getLocation().getLineNumber();
    }

    XMLStreamReader stream() {
        return reader;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }
}
