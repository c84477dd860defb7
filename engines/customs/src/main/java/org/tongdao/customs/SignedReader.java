package org.tongdao.customs;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.PROCESSING_INSTRUCTION;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import org.jspecify.annotations.Nullable;

/**
 * Takes a signed message apart in one pass: the canonical bytes of everything but the signature, the canonical SignedInfo, and the signature's values.
 *
 * <p>Only the one accepted form passes: one signature, child of the root, behind {@code BaseTransfer}, followed at most by {@code ExtendMessage}, with one
 * reference to the whole document and the listed algorithms. Everything signature wrapping plays with (moved, doubled or nested signatures, other
 * references, objects, further transforms, processing instructions) is refused here, before anything is verified.
 */
final class SignedReader {

    private final SafeXmlReader in;
    private final Canonical canonical = new Canonical();
    private final StringBuilder content;
    private final StringBuilder signedInfo = new StringBuilder(1024);
    private StringBuilder sink;
    private @Nullable SignatureParts signature;
    private SignatureProfile profile = SignatureProfile.SM2_SM3;
    private String digest = "";
    private boolean transferSeen;

    private SignedReader(byte[] xml) throws XmlRefusedException {
        this.in = SafeXml.open(xml);
        this.content = new StringBuilder(xml.length);
        this.sink = content;
    }

    /** @param content what the signature covers: the message without the signature, canonical */
    record Apart(byte[] content, SignatureParts signature) {}

    static Apart read(byte[] xml) throws XmlRefusedException {
        return new SignedReader(xml).document();
    }

    private Apart document() throws XmlRefusedException {
        int event = step();
        while (event != START_ELEMENT) {
            event = step();
        }
        boolean export = !isImport(in.name());
        for (event = step(); event != END_ELEMENT; event = step()) {
            if (event == START_ELEMENT) {
                child(export);
            }
        }
        sink = new StringBuilder();
        while (event != END_DOCUMENT) {
            event = step();
        }
        if (signature == null) {
            throw new XmlRefusedException("there is no signature", in.line());
        }
        return new Apart(XmlText.utf8(content), signature);
    }

    private void child(boolean export) throws XmlRefusedException {
        if (isDs() && in.name().equals("Signature")) {
            signature();
            return;
        }
        var name = in.name();
        boolean extension = name.equals("ExtendMessage");
        if (signature != null && !(export && extension)) {
            throw refuse("nothing but ExtendMessage may follow the signature");
        }
        if (extension && export && signature == null) {
            throw refuse("the signature stands before ExtendMessage");
        }
        transferSeen |= name.equals("BaseTransfer");
        for (int depth = 1; depth > 0; ) {
            int event = step();
            depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
            if (event == START_ELEMENT && isDs()) {
                throw refuse("a signature element inside of " + name);
            }
        }
    }

    private void signature() throws XmlRefusedException {
        if (signature != null) {
            throw refuse("more than one signature");
        }
        if (!transferSeen) {
            throw refuse("the signature stands behind BaseTransfer");
        }
        content.setLength(content.length() - startTagLength());
        sink = new StringBuilder();
        open("SignedInfo", true);
        signedInfo();
        sink = new StringBuilder();
        var value = leaf("SignatureValue");
        open("KeyInfo", false);
        var keyName = leaf("KeyName");
        open("X509Data", false);
        var certificate = leaf("X509Certificate");
        close();
        close();
        close();
        sink = content;
        signature = new SignatureParts(
                profile,
                XmlText.utf8(signedInfo),
                digest,
                value.replaceAll("\\s", ""),
                keyName,
                certificate.replaceAll("\\s", ""));
    }

    private void signedInfo() throws XmlRefusedException {
        method("CanonicalizationMethod", SignatureParts.C14N);
        profile();
        open("Reference", false);
        if (in.stream().getAttributeCount() != 1 || !"".equals(in.stream().getAttributeValue(null, "URI"))) {
            throw refuse("the reference must be to the whole document (URI=\"\")");
        }
        open("Transforms", false);
        method("Transform", SignatureParts.ENVELOPED);
        close();
        method("DigestMethod", profile.digestMethod());
        digest = leaf("DigestValue").replaceAll("\\s", "");
        close();
        close();
    }

    private void profile() throws XmlRefusedException {
        open("SignatureMethod", false);
        var method = in.attribute("Algorithm");
        profile = SignatureProfile.ofMethod(method)
                .orElseThrow(() -> refuse("SignatureMethod is " + method + ", neither sm2-sm3 nor rsa-sha1"));
        close();
    }

    private void method(String name, String algorithm) throws XmlRefusedException {
        open(name, false);
        if (!algorithm.equals(in.attribute("Algorithm"))) {
            throw refuse(name + " must be " + algorithm + ", not " + in.attribute("Algorithm"));
        }
        close();
    }

    private void open(String name, boolean subset) throws XmlRefusedException {
        if (subset) {
            canonical.apex();
            sink = signedInfo;
        }
        int event = tag();
        if (event != START_ELEMENT || !isDs() || !in.name().equals(name)) {
            throw refuse("expected " + name + " in the signature");
        }
        if (subset) {
            // blanks before SignedInfo are not part of it
            signedInfo.delete(0, signedInfo.indexOf("<"));
        }
    }

    private void close() throws XmlRefusedException {
        if (tag() != END_ELEMENT) {
            throw refuse("element " + in.name() + " is not expected in the signature");
        }
    }

    private String leaf(String name) throws XmlRefusedException {
        open(name, false);
        var text = new StringBuilder();
        for (int event = step(); event != END_ELEMENT; event = step()) {
            if (event == START_ELEMENT) {
                throw refuse("element inside of " + name);
            }
            if (event == CHARACTERS) {
                text.append(in.stream().getText());
            }
        }
        return text.toString();
    }

    private int tag() throws XmlRefusedException {
        int event = step();
        while (event != START_ELEMENT && event != END_ELEMENT) {
            if (event == CHARACTERS && !in.stream().isWhiteSpace()) {
                throw refuse("text between the elements of the signature");
            }
            event = step();
        }
        return event;
    }

    private int lengthBefore;

    private int step() throws XmlRefusedException {
        int event = in.next();
        if (event == PROCESSING_INSTRUCTION) {
            throw refuse("processing instructions are not accepted");
        }
        lengthBefore = sink.length();
        canonical.take(event, in.stream(), sink);
        return event;
    }

    /** How much the last event added to the sink. */
    private int startTagLength() {
        return sink.length() - lengthBefore;
    }

    private boolean isDs() {
        return in.namespace().equals(SignatureParts.DS);
    }

    private static boolean isImport(String root) {
        return CebCatalogue.official()
                .findByRoot(root)
                .filter(type -> type.direction() == CebType.Direction.IMPORT)
                .isPresent();
    }

    private XmlRefusedException refuse(String reason) {
        return SafeXml.refused(reason, in.stream());
    }
}
