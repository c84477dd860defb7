package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

class PaymentAnswerTest {

    private static final PaymentAnswer ANSWER = new PaymentAnswer(
            "fe2374-8fnejf97-55616242",
            new PaymentAnswer.Head(
                    "9D55BA71-22DE-41F4-8B50-C36C83B3B530",
                    "{\"a\":1}",
                    "ok\n",
                    "3301963K69",
                    "312226T001",
                    "2018121222001354081010726129",
                    10_050,
                    "3",
                    "1",
                    "20181212041803",
                    ""),
            List.of(new PaymentAnswer.Order(
                    "SO1710301150602574003",
                    List.of(new PaymentAnswer.Goods("lhy-gnsku3", "http://m.yunjiweidian.com/item?a=1&b=2")),
                    "OSA571908863132601",
                    "",
                    "YUNJIHONGKONGLIMITED")),
            1_544_519_952_469L);

    @Test
    void theSignedTextHasExactlyTheseBytes() {
        assertThat(ANSWER.signedText())
                .isEqualTo(
                        "\"sessionID\":\"fe2374-8fnejf97-55616242\"||\"payExchangeInfoHead\":\"{\"guid\":\"9D55BA71-22DE-41F4-8B50-C36C83B3B530\","
                                + "\"initalRequest\":\"{\\\"a\\\":1}\",\"initalResponse\":\"ok\\n\",\"ebpCode\":\"3301963K69\",\"payCode\":\"312226T001\","
                                + "\"payTransactionId\":\"2018121222001354081010726129\",\"totalAmount\":100.5,\"currency\":\"142\",\"verDept\":\"3\","
                                + "\"payType\":\"1\",\"tradingTime\":\"20181212041803\",\"note\":\"\"}\"||\"payExchangeInfoLists\":\"[{\"orderNo\":"
                                + "\"SO1710301150602574003\",\"goodsInfo\":[{\"gname\":\"lhy-gnsku3\",\"itemLink\":\"http://m.yunjiweidian.com/item?a=1&b=2\"}],"
                                + "\"recpAccount\":\"OSA571908863132601\",\"recpCode\":\"\",\"recpName\":\"YUNJIHONGKONGLIMITED\"}]\"||\"serviceTime\":\"1544519952469\"");
    }

    @Test
    void whatIsSentHoldsTheVeryTextThatWasSignedAndASignatureThatHolds() throws Exception {
        var sent = ANSWER.answer(Samples.KEY);
        var head = part(ANSWER.signedText(), "\"payExchangeInfoHead\":\"(.*?)\"\\|\\|");
        assertThat(sent).contains("\"payExchangeInfoHead\":" + head).contains("\"certNo\":\"" + Samples.KEY.keyName());
        var value = Base64.getDecoder().decode(part(sent, "\"signValue\":\"(.*?)\""));
        var key = Sm2.publicKey(new X509CertificateHolder(Samples.KEY.certificate()).getSubjectPublicKeyInfo());
        assertThat(Sm2.verify(key, ANSWER.signedText().getBytes(StandardCharsets.UTF_8), value))
                .isTrue();
        assertThat(ANSWER.answer(Samples.KEY)).isEqualTo(sent);
    }

    private static String part(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
