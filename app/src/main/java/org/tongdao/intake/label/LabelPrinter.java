package org.tongdao.intake.label;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Writes the labels of one batch into one PDF and one ZPL file, label by label. */
public final class LabelPrinter implements AutoCloseable {

    private final LabelFonts fonts;
    private final PdfFile pdf;
    private final GlyphSet glyphs;
    private final PdfLabels pages;
    private final BufferedWriter zpl;
    private final ZplLabels codes;
    private final Path file;

    /** @param publicUrl where the tracking page is reached from outside */
    public LabelPrinter(Path pdfFile, Path zplFile, String publicUrl) {
        this(pdfFile, zplFile, publicUrl, LabelFonts.ofSystem());
    }

    LabelPrinter(Path pdfFile, Path zplFile, String publicUrl, LabelFonts fonts) {
        this.fonts = fonts;
        this.file = pdfFile;
        try {
            zpl = Files.newBufferedWriter(zplFile);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + zplFile, e);
        }
        pdf = new PdfFile(pdfFile);
        glyphs = new GlyphSet(fonts);
        var words = new LabelText(publicUrl, fonts.hasChinese());
        pages = new PdfLabels(pdf, glyphs, words);
        codes = new ZplLabels(zpl, new LabelText(publicUrl, true));
    }

    /** Adds labels in their order; codes are computed on all processors, pages are written one after the other. */
    public void add(List<LabelData> labels) {
        var encoded = labels.parallelStream().map(pages::encode).toList();
        for (int i = 0; i < labels.size(); i++) {
            pages.add(labels.get(i), encoded.get(i));
            codes.add(labels.get(i));
        }
    }

    /** Told when the machine has no Chinese font: the PDF then shows goods in English only. */
    public Optional<Finding> missingFont() {
        return fonts.hasChinese()
                ? Optional.empty()
                : Optional.of(
                        Finding.warning(
                                "LABEL-FONT-MISSING",
                                Place.of(file.getFileName().toString()),
                                "",
                                "no Chinese font was found, goods stand in English only; install one (Debian: fonts-noto-cjk) and write the labels again"));
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
