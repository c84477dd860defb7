package org.tongdao.customs;

import static org.tongdao.customs.XmlText.utf8;

import org.jspecify.annotations.Nullable;

/**
 * Writes messages as compact canonical XML (C14N 1.0): no blank between elements, no self-closing tags, so that what is signed is what is sent.
 *
 * <p>Never pretty-print what this writes: the digest is over these very bytes. Values are not checked here, see {@link CebCheck}; a character that XML
 * cannot carry is refused with {@link IllegalArgumentException}.
 */
public final class CebWriter {

    static final String CEB = "http://www.chinaport.gov.cn/ceb";
    private static final byte[] DECLARATION = utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private static final int CHARS_PER_DOCUMENT = 4096;

    private CebWriter() {}

    /** The whole message without a signature; receipts go out like this. */
    public static byte[] write(CebMessage message) {
        var parts = parts(message);
        return XmlText.join(DECLARATION, parts.before(), parts.after());
    }

    /** The two halves of the canonical message with the place of the signature between them. */
    record Parts(byte[] before, byte[] after) {}

    static byte[] signed(Parts parts, byte[] signature) {
        return XmlText.join(DECLARATION, parts.before(), signature, parts.after());
    }

    static Parts parts(CebMessage message) {
        var type = message.type();
        var out = new StringBuilder(message.documents().size() * CHARS_PER_DOCUMENT + 1024);
        out.append("<ceb:")
                .append(type.rootElement())
                .append(" xmlns:ceb=\"")
                .append(CEB)
                .append("\" guid=\"");
        XmlText.attribute(out, message.guid());
        out.append("\" version=\"");
        XmlText.attribute(out, message.version());
        out.append("\">");
        for (var document : message.documents()) {
            document(out, document);
        }
        message.transfer().ifPresent(transfer -> transfer(out, transfer));
        message.subscriptions().forEach(s -> subscription(out, s));
        var after = new StringBuilder();
        message.extension().ifPresent(e -> extension(type.direction() == CebType.Direction.IMPORT ? out : after, e));
        after.append("</ceb:").append(type.rootElement()).append('>');
        return new Parts(utf8(out), utf8(after));
    }

    private static void document(StringBuilder out, CebDocument document) {
        var type = document.type();
        open(out, type.bodyElement());
        if (type.isFlat()) {
            fields(out, type.head(), document.head());
        } else {
            block(out, type.head(), document.head());
        }
        type.rows().ifPresent(rows -> {
            for (var row : document.rows()) {
                block(out, rows, row);
            }
        });
        close(out, type.bodyElement());
    }

    private static void block(StringBuilder out, CebBlock block, @Nullable String[] values) {
        open(out, block.name());
        fields(out, block, values);
        close(out, block.name());
    }

    private static void fields(StringBuilder out, CebBlock block, @Nullable String[] values) {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value != null) {
                element(out, block.fields().get(i).name(), value);
            }
        }
    }

    private static void transfer(StringBuilder out, Transfer transfer) {
        open(out, "BaseTransfer");
        element(out, "copCode", transfer.copCode());
        element(out, "copName", transfer.copName());
        element(out, "dxpMode", transfer.dxpMode());
        element(out, "dxpId", transfer.dxpId());
        note(out, transfer.note());
        close(out, "BaseTransfer");
    }

    private static void subscription(StringBuilder out, Subscription subscription) {
        open(out, "BaseSubscribe");
        element(out, "status", subscription.status());
        element(out, "dxpMode", subscription.dxpMode());
        element(out, "dxpAddress", subscription.dxpAddress());
        note(out, subscription.note());
        close(out, "BaseSubscribe");
    }

    private static void extension(StringBuilder out, Extension extension) {
        open(out, "ExtendMessage");
        element(out, "name", extension.name());
        element(out, "version", extension.version());
        open(out, "Message");
        out.append(extension.inMessage());
        close(out, "Message");
        close(out, "ExtendMessage");
    }

    private static void note(StringBuilder out, String note) {
        if (!note.isEmpty()) {
            element(out, "note", note);
        }
    }

    private static void element(StringBuilder out, String name, String value) {
        if (!XmlText.isCarried(value)) {
            throw new IllegalArgumentException("XML cannot carry the value of " + name + ". Maybe it holds a NUL.");
        }
        open(out, name);
        XmlText.content(out, value);
        close(out, name);
    }

    private static void open(StringBuilder out, String name) {
        out.append("<ceb:").append(name).append('>');
    }

    private static void close(StringBuilder out, String name) {
        out.append("</ceb:").append(name).append('>');
    }
}
