package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.Tongdao;
import org.tongdao.customs.CebCatalogue;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebWriter;
import org.tongdao.customs.Guid;
import org.tongdao.customs.Transfer;
import org.tongdao.editions.Packaged;

class CustomsCommandTest {

    @TempDir
    Path folder;

    @Test
    void aMessageIsCheckedSignedAndVerified() throws IOException {
        var plain = waybill("0.7");
        var signed = folder.resolve("signed.xml");
        var key = folder.resolve("key.pem").toString();
        assertThat(Tongdao.run("customs", "check", plain.toString())).isZero();
        assertThat(Tongdao.run("customs", "sign", plain.toString(), "--out", signed.toString(), "--key", key))
                .isZero();
        assertThat(Tongdao.run("customs", "verify", signed.toString(), "--key", key))
                .isZero();
        Files.writeString(signed, Files.readString(signed).replace("0.7", "0.8"));
        assertThat(printed("customs", "verify", signed.toString())).contains("SIGN-DIGEST");
        assertThat(Tongdao.run("customs", "verify", signed.toString())).isEqualTo(1);
    }

    @Test
    void aWrongFieldIsNamedInChineseAndExitsWithOne() throws IOException {
        var file = waybill("heavy");
        assertThat(printed("customs", "check", file.toString())).contains("CEB-FORMAT", "毛重", "grossWeight");
        assertThat(Tongdao.run("customs", "check", file.toString())).isEqualTo(1);
        assertThat(printed("customs", "check", "--json", file.toString())).startsWith("[{");
    }

    @Test
    void aCodeIsExplainedInTwoLanguages() {
        assertThat(printed("customs", "explain", "500", "--", "-621029")).contains("查验", "inspection", "SM2");
        assertThat(Tongdao.run("customs", "explain", "987654")).isEqualTo(1);
    }

    @Test
    void aCommandThatOpensNoInstallationSaysWhichListsCount() throws IOException {
        Path file = folder.resolve("lines.csv");
        Files.writeString(file, "order_no,buyer,hs,quantity,unit,value\n");
        var told = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            Tongdao.run("customs", "tax", file.toString(), "--day", "2026-11-28");
            Tongdao.run("customs", "explain", "987654");
            Tongdao.run("customs", "tax", "--help");
        } finally {
            System.setErr(before);
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines().toList())
                .singleElement(STRING)
                .startsWith("lists as packed with the program: import-limits.csv ")
                .contains(", import-rates.csv "
                        + Packaged.get("import-rates.csv").sha256().substring(0, 8))
                .endsWith("; an edition put in force in the console does not count here");
    }

    @Test
    void aFileThatIsNotThereIsNamedAndTheOthersAreCheckedAllTheSame() throws IOException {
        var file = waybill("heavy").toString();
        var gone = folder.resolve("gone.xml").toString();
        for (var order : List.of(List.of(gone, file), List.of(file, gone))) {
            assertThat(printed("customs", "check", order.get(0), order.get(1)))
                    .contains("CEB-FORMAT", "FILE-NOT-THERE " + gone, "2 files, 2 findings");
            assertThat(Tongdao.run("customs", "check", order.get(0), order.get(1)))
                    .isEqualTo(2);
            assertThat(printed("customs", "verify", order.get(0), order.get(1))).contains("FILE-NOT-THERE", "SIGN-");
        }
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(Tongdao.run("customs", "check")).isEqualTo(2);
        assertThat(Tongdao.run("customs", "sign", "x.xml")).isEqualTo(2);
    }

    @Test
    void aLockedKeyNeedsItsPasswordAndAnExpiredOneSignsNothing() throws Exception {
        var plain = waybill("0.7").toString();
        var out = folder.resolve("rsa.xml");
        var right =
                Files.writeString(folder.resolve("right.txt"), "right-enough\n").toString();
        var wrong = Files.writeString(folder.resolve("wrong.txt"), "wrong").toString();
        var good = keyStore("good.p12", "2022/01/01 00:00:00", 3650);
        var old = keyStore("old.p12", "2020/01/01 00:00:00", 30);
        assertThat(sign(plain, out, good, right)).isZero();
        assertThat(Tongdao.run("customs", "verify", out.toString())).isZero();
        assertThat(sign(plain, folder.resolve("no.xml"), good, wrong)).isEqualTo(1);
        assertThat(sign(plain, folder.resolve("no.xml"), old, right)).isEqualTo(1);
        assertThat(Tongdao.run(
                        "customs",
                        "sign",
                        plain,
                        "--out",
                        folder.resolve("no.xml").toString(),
                        "--key",
                        good))
                .isEqualTo(2);
        assertThat(sign(
                        plain,
                        folder.resolve("no.xml"),
                        folder.resolve("none.p12").toString(),
                        right))
                .isEqualTo(2);
        assertThat(folder.resolve("no.xml")).doesNotExist();
        assertThat(folder.resolve("none.p12")).as("never made").doesNotExist();
        assertThat(Tongdao.run(
                        "customs",
                        "verify",
                        out.toString(),
                        "--key",
                        folder.resolve("none.pem").toString()))
                .isEqualTo(2);
    }

    private static int sign(String file, Path out, String key, String secret) {
        return Tongdao.run("customs", "sign", file, "--out", out.toString(), "--key", key, "--secret-file", secret);
    }

    private String keyStore(String name, String from, int days) throws Exception {
        var file = folder.resolve(name).toString();
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "k",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file,
                        "-storepass",
                        "right-enough",
                        "-dname",
                        "CN=x",
                        "-startdate",
                        from,
                        "-validity",
                        String.valueOf(days))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        return file;
    }

    private Path waybill(String weight) throws IOException {
        var document = CebDocument.of(CebCatalogue.official().get("CEB505"))
                .put("guid", Guid.of("w"))
                .put("appType", "1")
                .put("appTime", "20261123180000")
                .put("appStatus", "2")
                .put("logisticsCode", "6501230002")
                .put("logisticsName", "通道物流")
                .put("logisticsNo", "LX000000001CN")
                .put("freight", "0")
                .put("insuredFee", "0")
                .put("currency", "142")
                .put("grossWeight", weight)
                .put("packNo", "1")
                .put("goodsInfo", "玩具")
                .build();
        var message =
                CebMessage.sent(Guid.of("m"), List.of(document), Transfer.of("6501230002", "通道物流", "DXPENT0000000001"));
        return Files.write(folder.resolve("waybill.xml"), CebWriter.write(message));
    }

    private static String printed(String... args) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Tongdao.run(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
