package org.tongdao.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.Guid;
import org.tongdao.customs.SoftKey;
import org.tongdao.customs.Transfer;

/** A message to be signed, and keys. */
final class Lists {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Lists() {}

    static SoftKey key() {
        return SoftKey.create(NOW, new SecureRandom());
    }

    static CebMessage message() {
        var document = CebDocument.of(CebCatalogue.official().get("CEB603"))
                .put("guid", Guid.of("list"))
                .put("copNo", "COP-1")
                .row()
                .cell("gnum", "1")
                .build();
        return CebMessage.sent(
                Guid.of("message"), List.of(document), Transfer.of("6501230001", "通道集货有限公司", "DXPENT0000000001"));
    }
}
