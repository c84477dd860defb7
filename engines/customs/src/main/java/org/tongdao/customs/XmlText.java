package org.tongdao.customs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text in canonical XML (C14N 1.0): what is escaped and how. */
final class XmlText {

    private XmlText() {}

    static void content(StringBuilder out, String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '&' && c != '<' && c != '>' && c != '\r') {
                continue;
            }
            out.append(text, from, i).append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&#xD;");
            from = i + 1;
        }
        out.append(text, from, text.length());
    }

    static void attribute(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(c);
            }
        }
    }

    /** Characters that XML 1.0 cannot carry at all, such as NUL. */
    static boolean isCarried(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
            boolean lone = Character.isSurrogate(c) && !paired(text, i);
            if (control || lone || c == 0xFFFE || c == 0xFFFF) {
                return false;
            }
        }
        return true;
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] utf8(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
