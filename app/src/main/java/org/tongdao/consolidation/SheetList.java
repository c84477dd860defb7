package org.tongdao.consolidation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.paper.Barcodes;
import org.tongdao.paper.GlyphSet;
import org.tongdao.paper.PdfFile;
import org.tongdao.paper.SheetPage;

/** The pages with the loading list, three columns each, in the order in which the crew puts things in. */
final class SheetList {

    private static final int COLUMNS = 3;
    private static final double ROW = 10.5;
    private static final double TOP = SheetPage.HEIGHT - 118;
    private static final int ROWS = (int) ((TOP - SheetPage.EDGE - 12) / ROW);
    private static final double COLUMN = (SheetPage.WIDTH - 2 * SheetPage.EDGE) / COLUMNS;

    private final PdfFile pdf;
    private final GlyphSet glyphs;
    private final SheetWords words;

    SheetList(PdfFile pdf, GlyphSet glyphs, SheetWords words) {
        this.pdf = pdf;
        this.glyphs = glyphs;
        this.words = words;
    }

    void add(LoadSheet.Content content) {
        var layer = layers(content);
        int perPage = COLUMNS * ROWS;
        int pages = Math.max(1, (content.boxes().size() + perPage - 1) / perPage);
        for (int p = 0; p < pages; p++) {
            var page = new SheetPage(glyphs);
            head(content, page, words.of("list") + " " + (p + 1) + " / " + pages);
            for (int column = 0; column < COLUMNS; column++) {
                column(content, layer, page, new int[] {p * perPage + column * ROWS, column});
            }
            page.onto(pdf);
        }
    }

    private static Map<Stowed, Integer> layers(LoadSheet.Content content) {
        var layer = new HashMap<Stowed, Integer>();
        var layers = content.layers();
        for (int i = 0; i < layers.size(); i++) {
            for (var box : layers.get(i)) {
                layer.put(box, i + 1);
            }
        }
        return layer;
    }

    private void head(LoadSheet.Content content, SheetPage page, String title) {
        double y = SheetPage.HEIGHT - SheetPage.EDGE - 20;
        var figures = content.figures();
        page.text(content.no(), SheetPage.EDGE, y, 26);
        page.text(title, SheetPage.EDGE + 210, y, 16);
        var code = Barcodes.number(content.no());
        double module = 240.0 / code.getWidth();
        Barcodes.draw(
                code,
                new double[] {SheetPage.WIDTH - SheetPage.EDGE - 240, y - 16},
                module,
                36 / (code.getHeight() * module),
                page.raw());
        page.text(
                content.type().code() + "   " + words.of("seal") + " " + content.seal() + "   " + words.of("boxes")
                        + " "
                        + content.boxes().size() + "   " + words.of("content") + " " + kg(figures.massG()) + "   "
                        + words.of("gross") + " "
                        + kg(figures.massG() + content.type().tareG()),
                SheetPage.EDGE,
                y - 22,
                11);
        page.text(
                String.format(
                        Locale.ROOT,
                        "%s %.1f %%   %s %+.1f %% / %+.1f %%   %s %d mm",
                        words.of("payload"),
                        100 * figures.payloadShare(),
                        words.of("centre"),
                        100 * figures.eccentricityX(),
                        100 * figures.eccentricityY(),
                        words.of("gap"),
                        figures.doorGapMm()),
                SheetPage.EDGE,
                y - 38,
                11);
        page.text(verdict(content), SheetPage.EDGE, y - 54, 11);
    }

    private String verdict(LoadSheet.Content content) {
        return content.verdict().isEmpty()
                ? words.of("checked")
                : words.of("faults") + " " + content.verdict().size() + ": "
                        + words.rule(content.verdict().get(0).rule());
    }

    /** @param from index of its first box, and which column it is */
    private void column(LoadSheet.Content content, Map<Stowed, Integer> layer, SheetPage page, int[] from) {
        double x = SheetPage.EDGE + from[1] * COLUMN;
        int last = Math.min(content.boxes().size(), from[0] + ROWS);
        if (from[0] >= last) {
            return;
        }
        row(page, x, TOP, new String[] {"#", words.of("bag"), words.of("kg"), words.of("layer"), "x · y · z mm"});
        page.line(x, TOP - 2.5, x + COLUMN - 12, TOP - 2.5);
        for (int i = from[0]; i < last; i++) {
            var b = content.boxes().get(i);
            row(page, x, TOP - (i - from[0] + 1) * ROW, new String[] {
                "" + (i + 1),
                b.cargo(),
                kg(content.grossG(b)),
                "" + layer.getOrDefault(b, 1),
                b.x() + " · " + b.y() + " · " + b.z()
            });
        }
    }

    private static void row(SheetPage page, double x, double y, String[] cells) {
        page.right(cells[0], x + 18, y, 8.5);
        page.text(cells[1], x + 24, y, 8.5);
        page.right(cells[2], x + 148, y, 8.5);
        page.right(cells[3], x + 170, y, 8.5);
        page.right(cells[4], x + COLUMN - 12, y, 8.5);
    }

    private static String kg(long grams) {
        return String.format(Locale.ROOT, "%.1f", grams / 1000.0);
    }
}
