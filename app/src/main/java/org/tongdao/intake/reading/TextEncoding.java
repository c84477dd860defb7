package org.tongdao.intake.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.tongdao.terms.Place;

/** Finds the encoding of a text file by decoding all of it strictly: UTF-8 first, then GB18030; nothing is guessed beyond that. */
final class TextEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 16;

    private TextEncoding() {}

    static Charset of(Path file, Place place) throws IOException {
        refuseWide(file, place);
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, GB18030)) {
            return GB18030;
        }
        throw RefusedException.of(
                "FILE-ENCODING",
                place,
                "",
                "the text is neither UTF-8 nor GB18030; save the file as \"CSV UTF-8\" and send it again");
    }

    /** UTF-16 and UTF-32 give themselves away by a byte order mark or by a zero byte beside every letter of the header. */
    private static void refuseWide(Path file, Place place) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            byte[] head = in.readNBytes(64);
            int zeros = 0;
            for (byte b : head) {
                zeros += b == 0 ? 1 : 0;
            }
            boolean marked = head.length >= 2 && ((head[0] & 0xFF) << 8 | (head[1] & 0xFF)) >= 0xFFFE;
            boolean swapped = head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF;
            if (marked || swapped || zeros * 4 > head.length) {
                throw RefusedException.of(
                        "FILE-ENCODING",
                        place,
                        "UTF-16",
                        "the file is UTF-16; save it as \"CSV UTF-8\" and send it again");
            }
        }
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BLOCK);
        var chars = CharBuffer.allocate(BLOCK);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(bytes) >= 0) {
                bytes.flip();
                if (failed(decoder, bytes, chars, false)) {
                    return false;
                }
                bytes.compact();
            }
            bytes.flip();
            return !failed(decoder, bytes, chars, true);
        }
    }

    private static boolean failed(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
        while (true) {
            var result = decoder.decode(bytes, chars.clear(), end);
            if (result.isError()) {
                return true;
            }
            if (result.isUnderflow()) {
                return false;
            }
        }
    }

    /** The separator that the header line uses most, outside of quotes. */
    static Optional<Character> separator(String headerLine) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < headerLine.length(); i++) {
            char c = headerLine.charAt(i);
            quoted ^= c == '"';
            int which = ",;\t".indexOf(c);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int best = counts[0] >= counts[1] ? 0 : 1;
        best = counts[best] >= counts[2] ? best : 2;
        return counts[best] == 0 ? Optional.empty() : Optional.of(",;\t".charAt(best));
    }
}
