package org.tongdao.customs;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The only place that opens XML: no document types, no entities, nothing fetched from outside, limits on depth, count and length.
 *
 * <p>Bombs and outside references are refused on sight of their {@code DOCTYPE}, before anything is expanded. Not only a default: every reader of this
 * project comes from here, and a test holds that.
 */
public final class SafeXml {

    static final int MAX_BYTES = 64 << 20;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 8 << 20;
    private static final long MAX_ELEMENTS = 4_000_000;
    private static final WstxInputFactory FACTORY = factory();

    private SafeXml() {}

    /** Opens a reader on a whole document; text comes in one piece per run, CDATA as text. */
    static SafeXmlReader open(byte[] xml) throws XmlRefusedException {
        if (xml.length > MAX_BYTES) {
            throw new XmlRefusedException("larger than " + (MAX_BYTES >> 20) + " MB", 0);
        }
        try {
            return new SafeXmlReader(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8"));
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    static XmlRefusedException refused(XMLStreamException e) {
        var reason = e.getMessage() == null ? "not well-formed" : firstLine(e.getMessage());
        return new XmlRefusedException(
                reason, e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
    }

    static XmlRefusedException refused(String reason, XMLStreamReader reader) {
        return new XmlRefusedException(reason, reader.getLocation().getLineNumber());
    }

    static boolean isForbidden(int event) {
        return event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_REFERENCE
                || event == XMLStreamConstants.ENTITY_DECLARATION
                || event == XMLStreamConstants.NOTATION_DECLARATION;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        var line = (end < 0 ? message : message.substring(0, end)).toLowerCase(Locale.ROOT);
        return line.startsWith("invalid utf-8")
                ? "not in UTF-8, maybe in GBK or UTF-16; save it as UTF-8 (" + line + ")"
                : line;
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // else a broken character is found when the text is asked for, by an unchecked exception
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched from outside: " + systemId);
        });
        return factory;
    }
}
