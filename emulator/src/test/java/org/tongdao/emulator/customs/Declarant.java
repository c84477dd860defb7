package org.tongdao.emulator.customs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Guid;
import org.tongdao.customs.Signer;
import org.tongdao.customs.SoftKey;
import org.tongdao.customs.Transfer;
import org.tongdao.emulator.WireFolder;
import org.tongdao.emulator.WireName;

/** The company at the other end of the customs wire, for tests: sends right, signed messages and reads what comes back. */
final class Declarant {

    private static final Transfer TRANSFER = Transfer.of("6501910001", "测试企业有限公司", "DXPENT0000000001");
    private static final Signer KEY = SoftKey.create(Instant.parse("2026-01-01T00:00:00Z"), new SecureRandom());

    private final Path folder;

    Declarant(Path folder) {
        this.folder = folder;
        new WireFolder(folder, "customs");
    }

    /** Order, waybill and list of each order number. */
    void declare(Instant at, List<String> orderNos) {
        send(at, orderNos.stream().map(Declarant::order).toList());
        send(at, orderNos.stream().map(Declarant::waybill).toList());
        send(at, orderNos.stream().map(Declarant::list).toList());
    }

    void bind(Instant at, String billNo, List<String> orderNos) {
        var builder = document(
                "CEB607",
                "binding|" + billNo,
                Map.of(
                        "customsCode",
                        "9400",
                        "copNo",
                        "B" + billNo,
                        "agentCode",
                        "6501910001",
                        "agentName",
                        "测试企业有限公司"));
        put(builder, Map.of("trafMode", "3", "trafName", "X8001", "voyageNo", "20261124", "billNo", billNo));
        put(builder, Map.of("grossWeight", "100", "logisticsCode", "6501910002", "logisticsName", "测试物流"));
        put(builder, Map.of("msgCount", "1", "msgSeqNo", "1"));
        for (int i = 0; i < orderNos.size(); i++) {
            builder.row().cell("gnum", String.valueOf(i + 1)).cell("logisticsNo", "L" + orderNos.get(i));
        }
        send(at, List.of(builder.build()));
    }

    void send(Instant at, List<CebDocument> documents) {
        for (var batch : CebMessage.batches(documents)) {
            var guid = Guid.of("message|" + batch.get(0).get("guid"));
            send(at, batch.get(0).type().code(), guid, Envelope.seal(CebMessage.sent(guid, batch, TRANSFER), KEY));
        }
    }

    void send(Instant at, String kind, String key, byte[] content) {
        try {
            Files.write(folder.resolve("customs/out").resolve(new WireName(at, kind, key, "xml").fileName()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes what was sent as {@code kind}, as a faulty line or a forger would. */
    void tamper(String kind, UnaryOperator<String> change) {
        for (var file : files("out")) {
            if (file.toString().contains(kind)) {
                rewrite(file, change);
            }
        }
    }

    /** Everything that came back, in the order of arrival. */
    List<CebDocument> receipts() {
        return files("in").stream().flatMap(Declarant::documents).toList();
    }

    List<Path> files(String side) {
        try (var files = Files.list(folder.resolve("customs").resolve(side))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CebDocument order(String no) {
        var builder = document("CEB303", "order|" + no, Map.of("orderType", "E", "orderNo", no, "goodsValue", "120"));
        put(
                builder,
                Map.of("ebpCode", "6501910003", "ebpName", "测试平台", "ebcCode", "6501910001", "ebcName", "测试企业有限公司"));
        put(builder, Map.of("freight", "0", "currency", "142"));
        builder.row()
                .cell("gnum", "1")
                .cell("itemNo", "S1")
                .cell("itemName", "女包")
                .cell("barCode", "无");
        builder.cell("unit", "011")
                .cell("currency", "142")
                .cell("qty", "2")
                .cell("price", "60")
                .cell("totalPrice", "120");
        return builder.build();
    }

    static CebDocument waybill(String no) {
        var builder =
                document("CEB505", "waybill|" + no, Map.of("logisticsCode", "6501910002", "logisticsName", "测试物流"));
        put(builder, Map.of("logisticsNo", "L" + no, "freight", "10", "insuredFee", "0", "currency", "142"));
        put(builder, Map.of("grossWeight", "0.8", "packNo", "1", "goodsInfo", "女包"));
        put(builder, Map.of("ebcCode", "6501910001", "ebcName", "测试企业有限公司", "ebcTelephone", "09910000000"));
        return builder.build();
    }

    static CebDocument list(String no) {
        var builder =
                document("CEB603", "list|" + no, Map.of("customsCode", "9400", "portCode", "9401", "orderNo", no));
        put(
                builder,
                Map.of("ebpCode", "6501910003", "ebpName", "测试平台", "ebcCode", "6501910001", "ebcName", "测试企业有限公司"));
        put(builder, Map.of("logisticsCode", "6501910002", "logisticsName", "测试物流", "logisticsNo", "L" + no));
        put(builder, Map.of("copNo", "C" + no, "ieFlag", "E", "ieDate", "20261124", "statisticsFlag", "A"));
        put(builder, Map.of("agentCode", "6501910001", "agentName", "测试企业有限公司", "ownerCode", "NO", "ownerName", "NO"));
        put(builder, Map.of("tradeMode", "9610", "trafMode", "3", "country", "145", "POD", "1450"));
        put(builder, Map.of("freight", "10", "fCurrency", "142", "fFlag", "3"));
        put(builder, Map.of("insuredFee", "0", "iCurrency", "142", "iFlag", "3"));
        put(builder, Map.of("wrapType", "2", "packNo", "1", "grossWeight", "0.8", "netWeight", "0.7"));
        builder.row()
                .cell("gnum", "1")
                .cell("itemNo", "S1")
                .cell("gcode", "4202220000")
                .cell("gname", "女包");
        builder.cell("gmodel", "化纤").cell("barCode", "无").cell("country", "145").cell("currency", "142");
        builder.cell("qty", "2").cell("qty1", "2").cell("unit", "011").cell("unit1", "011");
        builder.cell("price", "60").cell("totalPrice", "120");
        return builder.build();
    }

    private static CebDocument.Builder document(String type, String key, Map<String, String> fields) {
        var builder = CebDocument.of(CebCatalogue.official().get(type));
        put(builder, Map.of("guid", Guid.of(key), "appType", "1", "appTime", "20261123110000", "appStatus", "2"));
        return put(builder, fields);
    }

    private static CebDocument.Builder put(CebDocument.Builder builder, Map<String, String> fields) {
        fields.forEach(builder::put);
        return builder;
    }

    private static Stream<CebDocument> documents(Path file) {
        try {
            return CebReader.read(file.toString(), Files.readAllBytes(file)).get().documents().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rewrite(Path file, UnaryOperator<String> change) {
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
