package org.tongdao.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text as a person saved it: a byte order mark is no part of it, and what is no text is told in words. */
public final class TextFile {

    private static final String AGAIN = "; save it as UTF-8 (in Excel: \"CSV UTF-8\")";
    private static final int HEAD = 64;

    /** The file is not the text that is expected; the message names it and says what to do. */
    public static final class NotText extends IOException {

        private static final long serialVersionUID = 1L;

        NotText(String message) {
            super(message);
        }
    }

    private TextFile() {}

    /** @throws NotText when it is no UTF-8 */
    public static String read(Path file) throws IOException {
        return read(file, StandardCharsets.UTF_8);
    }

    /**
     * @param charset of a file without a byte order mark
     * @throws NotText when it is none of that charset, or a workbook
     */
    public static String read(Path file, Charset charset) throws IOException {
        var bytes = Files.readAllBytes(file);
        var name = String.valueOf(file.getFileName());
        refuse(name, bytes);
        boolean marked = begins(bytes, 0xEF, 0xBB, 0xBF);
        int from = marked ? 3 : 0;
        try {
            return (marked ? StandardCharsets.UTF_8 : charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotText(name + " is not UTF-8 text, maybe GBK or another code page" + AGAIN);
        }
    }

    private static void refuse(String name, byte[] bytes) throws NotText {
        if (begins(bytes, 'P', 'K', 3, 4) || begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new NotText(name + " is a workbook (XLSX, XLS) or an archive and not UTF-8 text" + AGAIN);
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF) || isWide(bytes)) {
            throw new NotText(name + " is UTF-16 and not UTF-8 text" + AGAIN);
        }
    }

    /** Of two bytes each letter of the beginning has one that is zero. */
    private static boolean isWide(byte[] bytes) {
        int head = Math.min(HEAD, bytes.length);
        int zeros = 0;
        for (int i = 0; i < head; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros * 4 > head;
    }

    private static boolean begins(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
