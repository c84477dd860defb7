package org.tongdao.console.document;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongdao.console.frame.Glossary;
import org.tongdao.paper.Barcodes;
import org.tongdao.paper.GlyphSet;
import org.tongdao.paper.PageFonts;
import org.tongdao.paper.PdfFile;
import org.tongdao.paper.SheetPage;

/** Draws a paper as PDF, A4 across, in the reader's language. Equal content gives equal bytes. */
@Component
public class PaperDrawing {

    private static final double ROW = 13;
    private static final double SMALL = 9;
    private static final double INNER = SheetPage.WIDTH - 2 * SheetPage.EDGE;
    private static final double GAP = 6;

    /** Read once, since the Chinese letters take a second. */
    private static final class Fonts {
        static final PageFonts ALL = new PageFonts();
    }

    private final Glossary terms;

    PaperDrawing(Glossary terms) {
        this.terms = terms;
    }

    public byte[] pdf(Paper paper, Locale language) {
        var out = new ByteArrayOutputStream();
        var glyphs = new GlyphSet(Fonts.ALL);
        try (var pdf = new PdfFile(out)) {
            var pen = new Pen(pdf, glyphs, paper, language);
            paper.tables().forEach(pen::table);
            pen.finish();
            pdf.finish(glyphs.write(pdf));
        }
        return out.toByteArray();
    }

    /** Where the next line goes; turns the page when it is full. */
    private final class Pen {

        private final PdfFile pdf;
        private final GlyphSet glyphs;
        private final Paper paper;
        private final Locale language;
        private SheetPage page;
        private double y;
        private int pages = 1;

        Pen(PdfFile pdf, GlyphSet glyphs, Paper paper, Locale language) {
            this.pdf = pdf;
            this.glyphs = glyphs;
            this.paper = paper;
            this.language = language;
            this.page = new SheetPage(glyphs);
            head();
            facts();
        }

        private void head() {
            double top = SheetPage.HEIGHT - SheetPage.EDGE;
            page.text(word(paper.title()), SheetPage.EDGE, top - 18, 18);
            page.text(paper.number(), SheetPage.EDGE, top - 38, 13);
            page.right("" + pages, SheetPage.WIDTH - SheetPage.EDGE, SheetPage.EDGE - 12, SMALL);
            var code = Barcodes.number(paper.number());
            double module = 220.0 / code.getWidth();
            Barcodes.draw(
                    code,
                    new double[] {SheetPage.WIDTH - SheetPage.EDGE - 220, top - 40},
                    module,
                    30 / (code.getHeight() * module),
                    page.raw());
            y = top - 60;
        }

        private void facts() {
            if (!paper.note().isEmpty()) {
                page.text(word(paper.note()), SheetPage.EDGE, y, SMALL);
                y -= ROW;
            }
            var facts = paper.facts();
            int half = (facts.size() + 1) / 2;
            for (int i = 0; i < facts.size(); i++) {
                double x = SheetPage.EDGE + (i < half ? 0 : INNER / 2);
                double at = y - (i % half) * ROW;
                page.text(word(facts.get(i).name()), x, at, SMALL);
                page.text(fit(facts.get(i).value(), INNER / 2 - 120), x + 110, at, SMALL);
            }
            y -= half * ROW + GAP;
        }

        void table(Paper.Table table) {
            room(3);
            page.text(word(table.title()), SheetPage.EDGE, y, 12);
            y -= ROW + 2;
            names(table);
            for (var row : table.rows()) {
                if (room(1)) {
                    names(table);
                }
                line(table, row);
            }
            if (!table.sums().isEmpty()) {
                room(1);
                page.line(SheetPage.EDGE, y + ROW - 3, SheetPage.WIDTH - SheetPage.EDGE, y + ROW - 3);
                line(table, table.sums());
            }
            y -= ROW;
        }

        private void names(Paper.Table table) {
            line(table, table.columns().stream().map(c -> word(c.name())).toList());
            page.line(SheetPage.EDGE, y + ROW - 3, SheetPage.WIDTH - SheetPage.EDGE, y + ROW - 3);
        }

        private void line(Paper.Table table, List<String> cells) {
            double all =
                    table.columns().stream().mapToDouble(Paper.Column::share).sum();
            double x = SheetPage.EDGE;
            for (int i = 0; i < table.columns().size(); i++) {
                var column = table.columns().get(i);
                double width = INNER * column.share() / all;
                var text = fit(cells.get(i), width - GAP);
                if (column.right()) {
                    page.right(text, x + width - GAP, y, SMALL);
                } else {
                    page.text(text, x, y, SMALL);
                }
                x += width;
            }
            y -= ROW;
        }

        /** Turns the page when fewer than this many lines are left; whether it did. */
        private boolean room(int lines) {
            if (y - lines * ROW >= SheetPage.EDGE) {
                return false;
            }
            page.onto(pdf);
            pages++;
            page = new SheetPage(glyphs);
            head();
            return true;
        }

        void finish() {
            page.onto(pdf);
        }

        /** As much of a text as the width takes; what is cut off is marked. */
        private String fit(String text, double width) {
            if (glyphs.width(text, SMALL) <= width) {
                return text;
            }
            int end = text.length();
            while (end > 1 && glyphs.width(text.substring(0, end) + "…", SMALL) > width) {
                end = text.offsetByCodePoints(end, -1);
            }
            return text.substring(0, end) + "…";
        }

        private String word(String key) {
            return terms.find(key, language).orElse(key);
        }
    }
}
