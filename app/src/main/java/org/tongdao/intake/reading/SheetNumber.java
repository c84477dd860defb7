package org.tongdao.intake.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;

/** A number in a sheet as the text a person sees: dates as dates, others with the 15 digits a spreadsheet keeps. */
final class SheetNumber {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);

    private SheetNumber() {}

    static String text(Cell cell) {
        if (isDate(cell)) {
            LocalDateTime time = cell.asDate().plusNanos(500_000_000).withNano(0);
            return TIME.format(time);
        }
        var raw = cell.getRawValue();
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        BigDecimal number = new BigDecimal(raw).round(KEPT);
        boolean scientific = number.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) >= 0;
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return scientific ? plain.toString() : plain.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        var plain = format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"", "").toLowerCase(Locale.ROOT);
        return plain.contains("yy") || plain.contains("h:mm") || plain.contains("d/m") || plain.contains("m/d");
    }
}
