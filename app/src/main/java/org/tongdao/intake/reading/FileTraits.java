package org.tongdao.intake.reading;

/**
 * How a file is written.
 *
 * @param format {@code CSV} or {@code XLSX}
 * @param charset of a CSV file
 * @param separator between the cells of a CSV file
 */
public record FileTraits(String format, String charset, char separator) {

    /** Semicolons come from spreadsheets of countries that write decimals with a comma. */
    public boolean hasDecimalComma() {
        return separator == ';';
    }
}
