package org.tongdao.customs;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small element with what is below it, for envelopes of a few dozen elements; business messages are never read this way. */
record XmlTree(String namespace, String name, String keyName, String text, List<XmlTree> children, long line) {

    static XmlTree read(byte[] xml) throws XmlRefusedException {
        var in = SafeXml.open(xml);
        in.nextTag();
        return element(in);
    }

    private static XmlTree element(SafeXmlReader in) throws XmlRefusedException {
        var namespace = in.namespace();
        var name = in.name();
        var keyName = in.attribute("name");
        long line = in.line();
        var text = new StringBuilder();
        var children = new ArrayList<XmlTree>();
        for (int event = in.next(); event != END_ELEMENT; event = in.next()) {
            if (event == START_ELEMENT) {
                children.add(element(in));
            } else if (event == CHARACTERS) {
                text.append(in.stream().getText());
            }
        }
        return new XmlTree(namespace, name, keyName, children.isEmpty() ? text.toString() : "", children, line);
    }

    boolean is(String otherNamespace, String otherName) {
        return namespace.equals(otherNamespace) && name.equals(otherName);
    }

    Optional<XmlTree> find(String child) {
        return children.stream().filter(c -> c.name.equals(child)).findFirst();
    }

    List<XmlTree> list(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    XmlTree get(String child) throws XmlRefusedException {
        var found = list(child);
        if (found.size() != 1) {
            throw new XmlRefusedException(
                    name + " must hold " + child + " once, it does " + found.size() + " times", line);
        }
        return found.get(0);
    }

    /** The text of a child that must be there, of a length from 1 to {@code most}. */
    String text(String child, int most) throws XmlRefusedException {
        var value = get(child).text();
        if (value.isEmpty() || value.length() > most) {
            throw new XmlRefusedException(child + " has 1 to " + most + " characters, here " + value.length(), line);
        }
        return value;
    }

    /** The text of a child that may be absent. */
    String optional(String child) {
        return find(child).map(XmlTree::text).orElse("");
    }
}
