package org.tongdao.intake.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.tongdao.intake.rules.CheckedRow;

/** The hash of a whole order, the same that {@link AcceptSql#ORDERS} makes of staged rows: what came by file and by program is recognised. */
final class OrderHash {

    private OrderHash() {}

    /** Empty when two rows are the same. */
    static String of(List<CheckedRow.Sound> rows) {
        var hashes = new RowHash();
        byte[][] each = rows.stream()
                .map(row -> {
                    var hash = hashes.row(hashes.head(row.head()), row.orderLine());
                    return ByteBuffer.allocate(16)
                            .putLong(hash.getMostSignificantBits())
                            .putLong(hash.getLeastSignificantBits())
                            .array();
                })
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        for (int i = 1; i < each.length; i++) {
            if (Arrays.equals(each[i - 1], each[i])) {
                return "";
            }
        }
        return sha256(each);
    }

    private static String sha256(byte[][] parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
