package org.tongdao.intake.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tongdao.paper.Barcodes;
import uk.org.okapibarcode.backend.Symbol;

/**
 * What a printer would make of ZPL, as SVG: a preview drawn from the very bytes that are sent. Knows the commands our own writers use (^PW ^LL ^FO ^A@ ^FB
 * ^FH ^FD ^GB ^BY ^BC ^BQ); others are passed over, as a printer does.
 */
public final class ZplPicture {

    private static final Pattern HEX = Pattern.compile("\\\\([0-9A-Fa-f]{2})");
    private static final double WIDE = 1.0;
    private static final double NARROW = 0.56;

    private final StringBuilder drawn = new StringBuilder();
    private int width = 800;
    private int height = 1200;
    private int x;
    private int y;
    private int size = 30;
    private int module = 2;
    private int barHeight = 100;
    private int[] block = new int[0];
    private String kind = "text";
    private boolean hex;
    private String data = "";

    private ZplPicture() {}

    /** The first label in this text. */
    public static String svg(String zpl) {
        var picture = new ZplPicture();
        int end = zpl.indexOf("^XZ");
        String label = end < 0 ? zpl : zpl.substring(0, end);
        for (String command : label.split("\\^", -1)) {
            if (command.length() >= 2) {
                picture.apply(command.substring(0, 2), command.substring(2).stripTrailing());
            }
        }
        return picture.document();
    }

    private void apply(String command, String arguments) {
        int[] numbers = numbers(arguments);
        switch (command) {
            case "PW" -> width = at(numbers, 0, width);
            case "LL" -> height = at(numbers, 0, height);
            case "FO" -> {
                x = at(numbers, 0, 0);
                y = at(numbers, 1, 0);
            }
            case "A@" -> size = at(numbers, 1, size);
            case "BY" -> module = at(numbers, 0, module);
            case "FB" -> block = numbers;
            case "FH" -> hex = true;
            case "GB" -> rectangle(x, y, at(numbers, 0, 1), Math.max(at(numbers, 1, 1), at(numbers, 2, 1)));
            case "BC" -> {
                kind = arguments.endsWith("D") ? "gs1" : "code";
                barHeight = at(numbers, 1, barHeight);
            }
            case "BQ" -> {
                kind = "qr";
                module = at(numbers, 2, module);
            }
            case "FD" -> data = arguments;
            case "FS" -> field();
            default -> {}
        }
    }

    private void field() {
        if (!data.isEmpty()) {
            switch (kind) {
                case "code" -> code(Barcodes.number(data));
                case "gs1" -> code(Barcodes.number(data.replaceFirst("^\\(00\\)", "")));
                case "qr" -> symbol(Barcodes.link(data.replaceFirst("^MA,", "")), module, module);
                default -> text();
            }
        }
        data = "";
        kind = "text";
        hex = false;
        block = new int[0];
    }

    private void code(Symbol symbol) {
        symbol(symbol, module, barHeight / (double) symbol.getHeight());
    }

    private void symbol(Symbol symbol, double across, double down) {
        for (var bar : symbol.getRectangles()) {
            rectangle(x + bar.x * across, y + bar.y * down, bar.width * across, bar.height * down);
        }
    }

    private void rectangle(double left, double top, double w, double h) {
        drawn.append(String.format(
                Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", left, top, w, h));
    }

    private void text() {
        String plain = hex
                ? HEX.matcher(data)
                        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : data;
        int line = 0;
        for (String part : lines(plain)) {
            drawn.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>",
                    x,
                    y + Math.round(size * 0.85f) + line++ * (size + at(block, 2, 0)),
                    size,
                    escaped(part)));
        }
    }

    /** The text in the lines of its block; without a block it is one line. */
    private List<String> lines(String plain) {
        int room = at(block, 0, 0);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double used = 0;
        for (int i = 0; i < plain.length(); i++) {
            double wide = size * (plain.charAt(i) > 0x2E80 ? WIDE : NARROW);
            if (room > 0 && used + wide > room && lines.size() + 1 < at(block, 1, 1)) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(plain.charAt(i));
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    private String document() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height
                + "\" font-family=\"Noto Sans CJK SC, Noto Sans, Microsoft YaHei, sans-serif\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + width + "v" + height + "H0z\"/>" + drawn + "</svg>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static int at(int[] numbers, int i, int otherwise) {
        return i < numbers.length && numbers[i] >= 0 ? numbers[i] : otherwise;
    }

    /** The arguments, -1 where one is no number. */
    private static int[] numbers(String arguments) {
        String[] parts = arguments.split(",", -1);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = parts[i].matches("\\d{1,6}") ? Integer.parseInt(parts[i]) : -1;
        }
        return numbers;
    }
}
