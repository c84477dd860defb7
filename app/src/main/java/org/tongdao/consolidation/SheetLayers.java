package org.tongdao.consolidation;

import java.util.List;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.paper.GlyphSet;
import org.tongdao.paper.PdfFile;
import org.tongdao.paper.SheetPage;

/** The pages with the layers from above, three each: front wall at the left, door at the right, what bears a layer in grey. */
final class SheetLayers {

    private static final int PER_PAGE = 3;
    private static final double BLOCK = (SheetPage.HEIGHT - 2 * SheetPage.EDGE) / PER_PAGE;
    private static final double WHITE = 1;
    private static final double BELOW = 0.9;
    private static final double HERE = 0.78;

    private final PdfFile pdf;
    private final GlyphSet glyphs;
    private final SheetWords words;

    SheetLayers(PdfFile pdf, GlyphSet glyphs, SheetWords words) {
        this.pdf = pdf;
        this.glyphs = glyphs;
        this.words = words;
    }

    void add(LoadSheet.Content content) {
        var layers = content.layers();
        for (int from = 0; from < layers.size(); from += PER_PAGE) {
            var page = new SheetPage(glyphs);
            for (int i = from; i < Math.min(layers.size(), from + PER_PAGE); i++) {
                draw(content, layers, i, page);
            }
            page.onto(pdf);
        }
    }

    private void draw(LoadSheet.Content content, List<List<Stowed>> layers, int i, SheetPage page) {
        var inner = content.type().inner();
        double top = SheetPage.HEIGHT - SheetPage.EDGE - (i % PER_PAGE) * BLOCK;
        double scale =
                Math.min((SheetPage.WIDTH - 2 * SheetPage.EDGE) / inner.lengthMm(), (BLOCK - 30) / inner.widthMm());
        double bottom = top - 16 - scale * inner.widthMm();
        page.text(
                content.no() + "   " + words.of("layer") + " " + (i + 1) + " / " + layers.size() + "   "
                        + words.of("front") + " → " + words.of("door"),
                SheetPage.EDGE,
                top - 10,
                10);
        page.box(SheetPage.EDGE, bottom, scale * inner.lengthMm(), scale * inner.widthMm(), WHITE);
        if (i > 0) {
            layers.get(i - 1).forEach(b -> box(page, b, bottom, scale, inner.widthMm(), BELOW));
        }
        var order = content.order();
        for (var b : layers.get(i)) {
            box(page, b, bottom, scale, inner.widthMm(), HERE);
            double size = Math.min(10, scale * Math.min(b.dx(), b.dy()) * 0.6);
            page.middle(
                    "" + order.get(b),
                    SheetPage.EDGE + scale * (b.x() + b.dx() / 2.0),
                    bottom + scale * (inner.widthMm() - b.y() - b.dy() / 2.0) - size / 3,
                    size);
        }
    }

    private static void box(SheetPage page, Stowed b, double bottom, double scale, int width, double grey) {
        page.box(
                SheetPage.EDGE + scale * b.x(),
                bottom + scale * (width - b.y() - b.dy()),
                scale * b.dx(),
                scale * b.dy(),
                grey);
    }
}
