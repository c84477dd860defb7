package org.tongdao.customs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the fuzzer calls ({@code benchmarks/fuzz}, Jazzer) and {@link FuzzReadersTest} calls with seeded mutations: bytes of a stranger end in findings or in
 * the one checked refusal, never in another exception, whatever they are.
 */
public final class FuzzReaders {

    private static final Instant AT = Instant.parse("2026-11-28T04:00:00Z");

    private FuzzReaders() {}

    /** The name is Jazzer's. */
    public static void fuzzerTestOneInput(byte[] data) {
        CebReader.read("fuzz", data).message().ifPresent(FuzzReaders::use);
        var opened = Envelope.open("fuzz", data, Trust.whoeverSigned(), AT);
        if (opened.holds() && opened.content().isEmpty()) {
            throw new IllegalStateException("a seal holds around nothing");
        }
        refused(() -> DxpReader.message(data));
        refused(() -> DxpReader.serverMessage(data));
        refused(() -> DxpReader.reply(data));
        Words.of(new String(data, StandardCharsets.UTF_8));
    }

    private static void use(CebMessage message) {
        CebCheck.check(message, Strictness.OUTBOUND);
        CebCheck.check(message, Strictness.INBOUND);
        for (var document : message.documents()) {
            ReceiptKey.find(document);
            if (document.find("returnStatus").isPresent()
                    && ReceiptKey.find(document).isPresent()) {
                var receipt = Receipt.of(document);
                receipt.at();
                receipt.code();
                Advice.of(receipt);
            }
            switch (document.type().code()) {
                case "CEB816", "CEB818" -> TaxBill.of(document);
                case "CEB792" -> SummaryResult.of(document);
                default -> {}
            }
        }
    }

    private interface Reading {
        void read() throws XmlRefusedException;
    }

    private static void refused(Reading reading) {
        try {
            reading.read();
        } catch (XmlRefusedException e) {
            // the one answer a stranger's bytes may get
        }
    }
}
