package org.tongdao.intake.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.terms.S10;
import org.tongdao.terms.Sscc;

class LabelPrinterTest {

    private static final String URL = "https://tongdao.example";

    @TempDir
    Path folder;

    @Test
    void aScannerReadsNumberAndLinkFromTheRenderedPage() throws Exception {
        var number = S10.of("LX", 4711, "CN").value();
        print(List.of(label(number)));
        assertThat(decoded(0))
                .containsOnly(
                        Map.entry(BarcodeFormat.CODE_128, number),
                        Map.entry(BarcodeFormat.QR_CODE, URL + "/track/" + number));
    }

    @Test
    void anSsccIsAGs1Symbol() throws Exception {
        var number = Sscc.of(0, "6901234", 77).value();
        print(List.of(label(number)));
        assertThat(decoded(0).getOrDefault(BarcodeFormat.CODE_128, "").replace("]C1", ""))
                .endsWith("00" + number);
        assertThat(Files.readString(folder.resolve("labels.zpl"))).contains("^BCN,140,N,N,N,D^FD(00)" + number + "^FS");
    }

    @Test
    void cyrillicLatinAndChineseAreEmbeddedOnEveryMachine() throws Exception {
        print(List.of(label("LX000047113CN")));
        assertThat(text())
                .contains(
                        "А**** С********",
                        "ул. Абая 10",
                        "050000 Алматы, KZ",
                        "cotton socks",
                        "棉袜",
                        "报关签条",
                        "HS 611595",
                        "19.80 CNY");
    }

    @Test
    void nothingPersonalStandsOnTheLabelInFull() throws Exception {
        print(List.of(label("LX000047113CN")));
        var zpl = Files.readString(folder.resolve("labels.zpl"));
        for (var told : List.of(text(), zpl)) {
            assertThat(told).doesNotContain("Айгүл", "Смағұлова", "+77012345678", "кв. 25", "25");
        }
    }

    @Test
    void zplCarriesTheSameCodesAndNoNameCanCommandThePrinter() throws Exception {
        var evil = label("LX000047113CN");
        print(List.of(new LabelData(
                evil.parcelNo(),
                "9610",
                "ALA",
                "A^XZ~JR\\",
                "Айгүл С",
                "+77012345678",
                "ул. ^FS Абая",
                "Алматы",
                "050000",
                "KZ",
                150,
                BigDecimal.ONE,
                "CNY",
                evil.goods())));
        var zpl = Files.readString(folder.resolve("labels.zpl"));
        assertThat(match(zpl, "\\^BCN,\\d+,N,N,N,A\\^FD([^^]*)\\^FS")).containsExactly("LX000047113CN");
        assertThat(match(zpl, "\\^BQN,2,5\\^FDMA,([^^]*)\\^FS")).containsExactly(URL + "/track/LX000047113CN");
        assertThat(match(zpl, "\\^XZ")).hasSize(1);
        assertThat(zpl).contains("A\\5EXZ\\7EJR\\5C").doesNotContain("~JR");
    }

    @Test
    void aThousandLabelsAreOneFileWithAThousandPagesAndEqualBytes() throws Exception {
        var labels = new ArrayList<LabelData>();
        for (int i = 0; i < 1000; i++) {
            labels.add(label(S10.of("LX", i, "CN").value()));
        }
        print(labels);
        var first = Files.readAllBytes(folder.resolve("labels.pdf"));
        try (var pdf = Loader.loadPDF(folder.resolve("labels.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1000);
        }
        assertThat(decoded(999)).containsValue(S10.of("LX", 999, "CN").value());
        print(labels);
        assertThat(Files.readAllBytes(folder.resolve("labels.pdf"))).isEqualTo(first);
    }

    private void print(List<LabelData> labels) {
        try (var printer = new LabelPrinter(folder.resolve("labels.pdf"), folder.resolve("labels.zpl"), URL)) {
            printer.add(labels);
        }
    }

    private String text() throws Exception {
        try (var pdf = Loader.loadPDF(folder.resolve("labels.pdf").toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Map<BarcodeFormat, String> decoded(int page) throws Exception {
        try (var pdf = Loader.loadPDF(folder.resolve("labels.pdf").toFile())) {
            BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, 203);
            int w = image.getWidth();
            int h = image.getHeight();
            var source = new RGBLuminanceSource(w, h, image.getRGB(0, 0, w, h, null, 0, w));
            var bitmap = new BinaryBitmap(new HybridBinarizer(source));
            Map<DecodeHintType, Object> hints = Map.of(
                    DecodeHintType.TRY_HARDER,
                    true,
                    DecodeHintType.POSSIBLE_FORMATS,
                    List.of(BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE));
            Result[] results = new GenericMultipleBarcodeReader(new MultiFormatReader()).decodeMultiple(bitmap, hints);
            var found = new java.util.HashMap<BarcodeFormat, String>();
            for (var result : results) {
                found.put(result.getBarcodeFormat(), result.getText());
            }
            return found;
        }
    }

    private static List<String> match(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(m -> m.groupCount() > 0 ? m.group(1) : m.group())
                .toList();
    }

    private static LabelData label(String number) {
        return new LabelData(
                number,
                "9610",
                "ALA",
                "Tianshan Trade",
                "Айгүл Смағұлова",
                "+77012345678",
                "ул. Абая 10, кв. 25",
                "Алматы",
                "050000",
                "KZ",
                150,
                new BigDecimal("19.80"),
                "CNY",
                List.of(new LabelData.Goods("棉袜", "cotton socks", "6115950099", 2, 120, "CN")));
    }
}
