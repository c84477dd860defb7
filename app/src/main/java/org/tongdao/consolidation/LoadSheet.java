package org.tongdao.consolidation;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadFigures;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.paper.GlyphSet;
import org.tongdao.paper.PageFonts;
import org.tongdao.paper.PdfFile;
import org.tongdao.terms.Finding;

/** The sheet that hangs at the container while it is loaded: what goes in one after the other, and a picture of each layer. A4 across, Chinese or English. */
public final class LoadSheet {

    /** Read once, since the Chinese letters take a second. */
    private static final class Fonts {
        static final PageFonts ALL = new PageFonts();
    }

    /** What is on the sheet of one container. */
    record Content(
            String no,
            String seal,
            ContainerType type,
            List<Stowed> boxes,
            Map<String, Long> grossG,
            LoadFigures figures,
            List<Finding> verdict) {

        static Content of(String no, String seal, Stuffed load) {
            return new Content(
                    no, seal, load.type(), load.loaded().boxes(), load.grossG(), load.figures(), load.verdict());
        }

        List<List<Stowed>> layers() {
            return LoadLayers.of(boxes);
        }

        /** From the box to its number in the order of loading. */
        Map<Stowed, Integer> order() {
            var order = new HashMap<Stowed, Integer>();
            boxes.forEach(b -> order.put(b, order.size() + 1));
            return order;
        }

        long grossG(Stowed box) {
            return grossG.getOrDefault(box.cargo(), 0L);
        }
    }

    private LoadSheet() {}

    /** @param language zh, else English */
    public static byte[] pdf(LoadView view, String language) {
        var grossG = view.bags().stream().collect(Collectors.toMap(LoadBag::sscc, LoadBag::grossG));
        var content = new Content(
                view.head().containerNo(),
                view.head().sealNo(),
                view.type(),
                view.boxes(),
                grossG,
                view.figures(),
                view.verdict());
        var out = new ByteArrayOutputStream();
        write(out, List.of(content), language);
        return out.toByteArray();
    }

    static void write(OutputStream out, List<Content> containers, String language) {
        var words = new SheetWords(Locale.forLanguageTag(language));
        var glyphs = new GlyphSet(Fonts.ALL);
        try (var pdf = new PdfFile(out)) {
            containers.forEach(c -> {
                new SheetList(pdf, glyphs, words).add(c);
                new SheetLayers(pdf, glyphs, words).add(c);
            });
            pdf.finish(glyphs.write(pdf));
        }
    }
}
