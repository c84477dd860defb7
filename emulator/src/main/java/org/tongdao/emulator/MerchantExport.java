package org.tongdao.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongdao.emulator.merchant.OrderExport;

/** The merchant's side: an order file as a shop's back office would export it, faults and repetitions included. */
public final class MerchantExport {

    private MerchantExport() {}

    /**
     * Writes a CSV file (UTF-8, Chinese headers); equal arguments write equal bytes, memory stays flat.
     *
     * @param orders how many orders, repetitions not counted
     */
    public static ExportedOrders write(Path file, int orders, long seed) {
        try (var out = Files.newBufferedWriter(file)) {
            return new OrderExport(seed).write(out, orders);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }
}
