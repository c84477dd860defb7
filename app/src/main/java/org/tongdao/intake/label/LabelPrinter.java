package org.tongdao.intake.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongdao.paper.GlyphSet;
import org.tongdao.paper.PageFonts;
import org.tongdao.paper.PdfFile;

/** Writes the labels of one batch into one PDF and one ZPL file, label by label. */
public final class LabelPrinter implements AutoCloseable {

    private final PdfFile pdf;
    private final GlyphSet glyphs;
    private final PdfLabels pages;
    private final Writer zpl;
    private final ZplLabels codes;

    /** @param publicUrl where the tracking page is reached from outside */
    public LabelPrinter(Path pdfFile, Path zplFile, String publicUrl) {
        this(pdfFile, writer(zplFile), publicUrl);
    }

    private LabelPrinter(Path pdfFile, Writer zplText, String publicUrl) {
        zpl = zplText;
        pdf = new PdfFile(pdfFile);
        glyphs = new GlyphSet(new PageFonts());
        var words = new LabelText(publicUrl);
        pages = new PdfLabels(pdf, glyphs, words);
        codes = new ZplLabels(zpl, words);
    }

    /** For a PDF alone. */
    public static LabelPrinter toPdf(Path pdfFile, String publicUrl) {
        return new LabelPrinter(pdfFile, Writer.nullWriter(), publicUrl);
    }

    private static Writer writer(Path zplFile) {
        try {
            return Files.newBufferedWriter(zplFile);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + zplFile, e);
        }
    }

    /** Adds labels in their order; codes are computed on all processors, pages are written one after the other. */
    public void add(List<LabelData> labels) {
        var encoded = labels.parallelStream().map(pages::encode).toList();
        for (int i = 0; i < labels.size(); i++) {
            pages.add(labels.get(i), encoded.get(i));
            codes.add(labels.get(i));
        }
    }

    @Override
    public void close() {
        pdf.finish(glyphs.write(pdf));
        pdf.close();
        try {
            zpl.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not finish the ZPL file", e);
        }
    }
}
