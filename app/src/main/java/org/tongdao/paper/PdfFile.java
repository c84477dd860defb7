package org.tongdao.paper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A PDF file written object by object, so that a batch of any size needs no more memory than its page numbers. Equal content gives equal bytes: no dates,
 * no random ids.
 */
public final class PdfFile implements AutoCloseable {

    private static final int CATALOG = 1;
    private static final int PAGES = 2;
    private static final int RESOURCES = 3;
    /** Page tree nodes hold this many pages. */
    private static final int FAN = 500;

    private final OutputStream out;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] block = new byte[1 << 16];
    private long written;
    private long[] offsets = new long[1024];
    private int objects = RESOURCES;
    private int[] pages = new int[1024];
    private int pageCount;

    public PdfFile(Path file) {
        this(opened(file));
    }

    public PdfFile(OutputStream to) {
        out = new BufferedOutputStream(to, 1 << 16);
        text("%PDF-1.5\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    private static OutputStream opened(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    /** Adds a page of the given size in points. */
    public void page(double width, double height, StringBuilder content) {
        int stream = addStream("", content);
        int parent = nodeOf(pageCount);
        int page = add("<< /Type /Page /Parent " + parent + " 0 R /MediaBox [0 0 " + GlyphSet.number(width) + " "
                + GlyphSet.number(height) + "] /Resources " + RESOURCES + " 0 R /Contents " + stream + " 0 R >>");
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, pageCount * 2);
        }
        pages[pageCount++] = page;
    }

    /** The page tree node of a page; it is written when the file is closed, its number is taken when its first page comes. */
    private int nodeOf(int page) {
        if (page % FAN == 0) {
            node = ++objects;
            if (page / FAN == nodes.length) {
                nodes = Arrays.copyOf(nodes, nodes.length * 2);
            }
            nodes[page / FAN] = node;
        }
        return node;
    }

    private int node;
    private int[] nodes = new int[16];

    int add(String object) {
        int id = ++objects;
        write(id, object);
        return id;
    }

    int addStream(String entries, StringBuilder content) {
        int id = ++objects;
        byte[] raw = content.toString().getBytes(StandardCharsets.ISO_8859_1);
        var packed = new java.io.ByteArrayOutputStream(raw.length / 2 + 64);
        deflater.reset();
        deflater.setInput(raw);
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(block, 0, deflater.deflate(block));
        }
        begin(id);
        text("<< " + entries + "/Length " + packed.size() + " /Filter /FlateDecode >>\nstream\n");
        bytes(packed.toByteArray());
        text("\nendstream\nendobj\n");
        return id;
    }

    private void write(int id, String object) {
        begin(id);
        text(object + "\nendobj\n");
    }

    private void begin(int id) {
        if (id >= offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(id + 1, offsets.length * 2));
        }
        offsets[id] = written;
        text(id + " 0 obj\n");
    }

    /** Writes what all pages share and the table of contents of the file. */
    public void finish(String fonts) {
        write(RESOURCES, "<< /Font " + fonts + " >>");
        var kids = new StringBuilder();
        for (int from = 0; from < pageCount; from += FAN) {
            int id = nodes[from / FAN];
            kids.append(id).append(" 0 R ");
            var own = new StringBuilder();
            int to = Math.min(pageCount, from + FAN);
            for (int i = from; i < to; i++) {
                own.append(pages[i]).append(" 0 R ");
            }
            write(id, "<< /Type /Pages /Parent " + PAGES + " 0 R /Count " + (to - from) + " /Kids [" + own + "] >>");
        }
        write(PAGES, "<< /Type /Pages /Count " + pageCount + " /Kids [" + kids + "] >>");
        write(CATALOG, "<< /Type /Catalog /Pages " + PAGES + " 0 R >>");
        long start = written;
        var table = new StringBuilder("xref\n0 " + (objects + 1) + "\n0000000000 65535 f \n");
        for (int id = 1; id <= objects; id++) {
            table.append(String.format("%010d 00000 n \n", offsets[id]));
        }
        text(table + "trailer\n<< /Size " + (objects + 1) + " /Root " + CATALOG + " 0 R >>\nstartxref\n" + start
                + "\n%%EOF\n");
    }

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void bytes(byte[] bytes) {
        try {
            out.write(bytes);
            written += bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the PDF", e);
        }
    }

    @Override
    public void close() {
        deflater.end();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not finish the PDF", e);
        }
    }
}
