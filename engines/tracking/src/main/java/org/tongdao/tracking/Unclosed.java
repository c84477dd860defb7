package org.tongdao.tracking;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Lets a generator end its own document while the stream below stays open and unflushed: it belongs to the caller. */
final class Unclosed extends FilterWriter {

    Unclosed(Writer out) {
        super(out);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        out.write(text, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
