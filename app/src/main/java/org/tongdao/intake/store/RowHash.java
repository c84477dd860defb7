package org.tongdao.intake.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.tongdao.intake.rules.OrderHead;
import org.tongdao.intake.rules.OrderLine;

/** Hashes of what a row says after it was read, so that the format, the order and the spelling of a file do not count. */
final class RowHash {

    private final MessageDigest digest;

    RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    UUID head(OrderHead h) {
        var c = h.consignee();
        add(
                h.platform(),
                h.merchant(),
                h.orderNo(),
                h.paymentNo(),
                h.orderedAt().toString(),
                h.currency(),
                h.parcelNo());
        add(c.name(), c.phone(), c.address(), c.city(), c.postcode(), c.country());
        addTold("ioss", h.iossNo());
        return uuid();
    }

    UUID row(UUID head, OrderLine l) {
        add(head.toString(), l.sku(), l.nameZh(), l.nameEn(), l.hs(), l.unit(), l.origin(), "" + l.quantity());
        add(
                l.unitPrice().stripTrailingZeros().toPlainString(),
                "" + l.netG(),
                "" + l.grossG(),
                l.size().toString());
        addTold("product", l.productId());
        return uuid();
    }

    /** What nobody told does not count, so that hashes from before this column was read stay. */
    private void addTold(String name, String text) {
        if (!text.isEmpty()) {
            add(name, text);
        }
    }

    private void add(String... texts) {
        for (var text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private UUID uuid() {
        var bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
