package org.tongdao.customs;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Reads any of the 42 messages, leniently: what the catalogue does not know or has in another order is taken note of and passed over, never guessed.
 *
 * <p>Whether the values are right is {@link CebCheck}'s question, whether the signature holds {@link Envelope}'s; this only reads. For signed messages
 * read the bytes that {@link Envelope#open} returns, not the file.
 */
public final class CebReader {

    private final String source;
    private final List<Finding> findings = new ArrayList<>();
    private final List<CebDocument> documents = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Optional<Transfer> transfer = Optional.empty();
    private boolean extended;

    private CebReader(String source) {
        this.source = source;
    }

    /**
     * Reads one message.
     *
     * @param source what to call it in findings, such as a file name
     */
    public static CebReading read(String source, byte[] xml) {
        var reader = new CebReader(source);
        try {
            var message = reader.message(SafeXml.open(xml));
            if (reader.extended && message.isPresent()) {
                message =
                        Optional.of(Extension.find(xml).map(message.get()::with).orElse(message.get()));
            }
            return new CebReading(message, reader.findings);
        } catch (XmlRefusedException e) {
            reader.findings.add(Finding.error(
                    "CEB-XML-REFUSED", Place.row(source, e.line()), "", "The text cannot be read: " + e.getMessage()));
            return new CebReading(Optional.empty(), reader.findings);
        }
    }

    private Optional<CebMessage> message(SafeXmlReader in) throws XmlRefusedException {
        in.nextTag();
        var type = CebCatalogue.official()
                .findByRoot(in.name())
                .filter(t -> in.namespace().equals(CebWriter.CEB));
        if (type.isEmpty()) {
            findings.add(Finding.error(
                    "CEB-TYPE-UNKNOWN",
                    Place.row(source, in.line()),
                    "{" + in.namespace() + "}" + in.name(),
                    "Expected one of CEB213Message … CEB900Message in namespace " + CebWriter.CEB));
            return Optional.empty();
        }
        var guid = in.attribute("guid");
        var version = in.attribute("version");
        while (in.nextTag() == START_ELEMENT) {
            part(in, type.get());
        }
        return Optional.of(
                new CebMessage(type.get(), guid, version, documents, transfer, subscriptions, Optional.empty()));
    }

    private void part(SafeXmlReader in, CebType type) throws XmlRefusedException {
        var name = in.name();
        if (name.equals(type.bodyElement())) {
            documents.add(document(in, type));
        } else if (name.equals("BaseTransfer")) {
            transfer = Optional.of(transfer(in));
        } else if (name.equals("BaseSubscribe")) {
            subscriptions.add(subscription(in));
        } else if (name.equals("Signature") || name.equals("ExtendMessage")) {
            extended |= name.equals("ExtendMessage");
            in.skip();
        } else {
            unknown(in, type.rootElement());
        }
    }

    private CebDocument document(SafeXmlReader in, CebType type) throws XmlRefusedException {
        var document = CebDocument.of(type);
        if (type.isFlat()) {
            head(in, type.head(), document);
            return document.build();
        }
        while (in.nextTag() == START_ELEMENT) {
            if (in.name().equals(type.head().name())) {
                head(in, type.head(), document);
            } else if (type.rows().isPresent()
                    && in.name().equals(type.rows().get().name())) {
                row(in, type.rows().get(), document);
            } else {
                unknown(in, type.bodyElement());
            }
        }
        return document.build();
    }

    private void head(SafeXmlReader in, CebBlock block, CebDocument.Builder document) throws XmlRefusedException {
        int last = -1;
        while (in.nextTag() == START_ELEMENT) {
            int at = block.position(in.name());
            if (at < 0) {
                unknown(in, block.name());
            } else if (document.holds(at)) {
                repeated(in, block);
            } else {
                order(in, block, last > at);
                document.putAt(at, in.text());
                last = at;
            }
        }
    }

    private void row(SafeXmlReader in, CebBlock block, CebDocument.Builder document) throws XmlRefusedException {
        document.row();
        int last = -1;
        while (in.nextTag() == START_ELEMENT) {
            int at = block.position(in.name());
            if (at < 0) {
                unknown(in, block.name());
            } else if (document.rowHolds(at)) {
                repeated(in, block);
            } else {
                order(in, block, last > at);
                document.cellAt(at, in.text());
                last = at;
            }
        }
    }

    private Transfer transfer(SafeXmlReader in) throws XmlRefusedException {
        var v = values(in, "copCode", "copName", "dxpMode", "dxpId", "note");
        return new Transfer(v[0], v[1], v[2], v[3], v[4]);
    }

    private Subscription subscription(SafeXmlReader in) throws XmlRefusedException {
        var v = values(in, "status", "dxpMode", "dxpAddress", "note");
        return new Subscription(v[0], v[1], v[2], v[3]);
    }

    private String[] values(SafeXmlReader in, String... names) throws XmlRefusedException {
        var block = in.name();
        var values = new String[names.length];
        java.util.Arrays.fill(values, "");
        while (in.nextTag() == START_ELEMENT) {
            int at = List.of(names).indexOf(in.name());
            if (at < 0) {
                unknown(in, block);
            } else {
                values[at] = in.text();
            }
        }
        return values;
    }

    private void unknown(SafeXmlReader in, String parent) throws XmlRefusedException {
        findings.add(Finding.warning(
                "CEB-ELEMENT-UNKNOWN",
                Place.cell(source, in.line(), in.name()),
                in.name(),
                "The catalogue of 2022-05 has no such element in " + parent + "; it was passed over."));
        in.skip();
    }

    private void repeated(SafeXmlReader in, CebBlock block) throws XmlRefusedException {
        findings.add(Finding.error(
                "CEB-ELEMENT-REPEATED",
                Place.cell(source, in.line(), in.name()),
                in.name(),
                "The element stands twice in one " + block.name() + "; only the first was read."));
        in.skip();
    }

    private void order(SafeXmlReader in, CebBlock block, boolean wrong) {
        if (wrong) {
            findings.add(Finding.warning(
                    "CEB-ORDER",
                    Place.cell(source, in.line(), in.name()),
                    in.name(),
                    "The schema has this element earlier in " + block.name() + "."));
        }
    }
}
