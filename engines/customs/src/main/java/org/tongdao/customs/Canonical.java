package org.tongdao.customs;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Canonical XML 1.0 without comments (inclusive) of a stream of events, into one sink at a time.
 *
 * <p>{@link #apex} starts a subset at the next element: it then carries all namespaces in scope and the {@code xml:} attributes it inherits, as the
 * recommendation wants for document subsets.
 */
final class Canonical {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private record Scope(Map<String, String> prefixes, Map<String, String> inherited) {}

    private final Deque<Scope> scopes = new ArrayDeque<>();
    private boolean apex;

    Canonical() {
        scopes.push(new Scope(new TreeMap<>(), new TreeMap<>()));
    }

    /** The next element is the top of a subset of its own. */
    void apex() {
        apex = true;
    }

    /** Takes one event; {@code out} may be a sink nobody reads, so that namespaces are still followed. */
    void take(int event, XMLStreamReader reader, StringBuilder out) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader, out);
            case XMLStreamConstants.END_ELEMENT -> {
                out.append("</");
                name(reader, out);
                out.append('>');
                scopes.pop();
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                XmlText.content(out, reader.getText());
            default -> {
                // comments are not part of the canonical form
            }
        }
    }

    private void start(XMLStreamReader reader, StringBuilder out) {
        out.append('<');
        name(reader, out);
        boolean plain = reader.getNamespaceCount() == 0 && reader.getAttributeCount() == 0 && !apex;
        if (plain) {
            scopes.push(scopes.element());
        } else {
            attributes(reader, out);
        }
        out.append('>');
        apex = false;
    }

    private void attributes(XMLStreamReader reader, StringBuilder out) {
        var outer = scopes.element();
        var prefixes = new TreeMap<>(outer.prefixes());
        var fresh = new TreeMap<String, String>();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            var prefix = reader.getNamespacePrefix(i) == null ? "" : reader.getNamespacePrefix(i);
            var uri = reader.getNamespaceURI(i) == null ? "" : reader.getNamespaceURI(i);
            if (!uri.equals(prefixes.getOrDefault(prefix, ""))) {
                fresh.put(prefix, uri);
                prefixes.put(prefix, uri);
            }
        }
        if (apex) {
            prefixes.forEach((prefix, uri) -> {
                if (!prefix.isEmpty() || !uri.isEmpty()) {
                    fresh.put(prefix, uri);
                }
            });
        }
        fresh.forEach((prefix, uri) -> namespace(out, prefix, uri));
        var inherited = new TreeMap<>(outer.inherited());
        ordinary(reader, out, inherited);
        scopes.push(new Scope(prefixes, inherited));
    }

    private void ordinary(XMLStreamReader reader, StringBuilder out, Map<String, String> inherited) {
        record Attribute(String namespace, String local, String shown, String value) {}
        var all = new java.util.ArrayList<Attribute>();
        IntStream.range(0, reader.getAttributeCount()).forEach(i -> {
            var namespace = reader.getAttributeNamespace(i) == null ? "" : reader.getAttributeNamespace(i);
            var prefix = reader.getAttributePrefix(i) == null ? "" : reader.getAttributePrefix(i);
            var local = reader.getAttributeLocalName(i);
            var shown = prefix.isEmpty() ? local : prefix + ":" + local;
            all.add(new Attribute(namespace, local, shown, reader.getAttributeValue(i)));
        });
        if (apex) {
            inherited.forEach((local, value) -> {
                if (all.stream()
                        .noneMatch(a -> a.namespace().equals(XML) && a.local().equals(local))) {
                    all.add(new Attribute(XML, local, "xml:" + local, value));
                }
            });
        }
        all.sort(Comparator.comparing(Attribute::namespace).thenComparing(Attribute::local));
        for (var attribute : all) {
            out.append(' ').append(attribute.shown()).append("=\"");
            XmlText.attribute(out, attribute.value());
            out.append('"');
            if (attribute.namespace().equals(XML)) {
                inherited.put(attribute.local(), attribute.value());
            }
        }
    }

    private static void namespace(StringBuilder out, String prefix, String uri) {
        out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
        XmlText.attribute(out, uri);
        out.append('"');
    }

    private static void name(XMLStreamReader reader, StringBuilder out) {
        var prefix = reader.getPrefix();
        if (prefix != null && !prefix.isEmpty()) {
            out.append(prefix).append(':');
        }
        out.append(reader.getLocalName());
    }
}
