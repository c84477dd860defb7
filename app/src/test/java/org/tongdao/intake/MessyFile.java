package org.tongdao.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * What a merchant really sends: Chinese headers, two of them of his own, HS codes that the sheet took for numbers, one code in fifty wrong, one telephone
 * in a hundred of another country. The same rows as XLSX and as CSV in GB18030.
 */
public final class MessyFile {

    private static final List<String> HEADER = List.of(
            "平台", "店铺", "订单号", "支付单号", "下单时间", "收件人", "电话", "国家", "城市", "地址", "邮编", "我的货号", "中文品名", "英文品名", "我的税号",
            "数量", "单位", "单价", "币种", "净重(kg)", "毛重(kg)", "长(cm)", "宽(cm)", "高(cm)", "原产国");
    private static final int HS = 14;

    private MessyFile() {}

    /** The row of an order; {@code i} from 0. */
    static List<String> row(int i) {
        String hs = i % 50 == 49 ? "6116930" : i % 2 == 0 ? "6115950099" : "6116920000";
        String phone = i % 100 == 98 ? "+8613800001111" : "+7701" + String.format("%07d", 2000000 + i % 1000000);
        return List.of(
                "Taobao",
                "天山外贸",
                "M-" + i,
                "P" + i,
                "2026-10-30 10:00",
                "Айгүл Смағұлова",
                phone,
                "KZ",
                "Алматы",
                "ул. Абая " + (i % 90 + 1),
                "050000",
                "A-" + i % 40,
                i % 2 == 0 ? "棉袜" : "棉针织手套",
                i % 2 == 0 ? "cotton socks" : "knitted cotton gloves",
                hs,
                "2",
                "双",
                "9.90",
                "CNY",
                "0.12",
                "0.15",
                "20",
                "12",
                "4",
                "CN");
    }

    public static List<String> header() {
        return HEADER;
    }

    public static Path xlsx(Path folder, int rows) {
        var file = folder.resolve("messy-" + rows + ".xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("订单");
            for (int c = 0; c < HEADER.size(); c++) {
                sheet.value(0, c, HEADER.get(c));
            }
            for (int i = 0; i < rows; i++) {
                var cells = row(i);
                for (int c = 0; c < cells.size(); c++) {
                    if (c == HS) {
                        sheet.value(i + 1, c, Long.parseLong(cells.get(c)));
                    } else {
                        sheet.value(i + 1, c, cells.get(c));
                    }
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path csv(Path folder, int rows) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", HEADER));
        for (int i = 0; i < rows; i++) {
            lines.add(String.join(",", row(i)));
        }
        try {
            return Files.write(folder.resolve("messy-" + rows + ".csv"), lines, Charset.forName("GB18030"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
