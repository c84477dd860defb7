package org.tongdao.customs;

import java.util.List;

/**
 * What an import platform answers when customs asks for the original payment data of an order (announcements 2018-165 and 2018-179, in force 2019-01-01).
 *
 * <p>The signature covers the exact bytes of the JSON, so it is written once here and both signed and sent as that. Field names and the order of fields are
 * those of public client code; the official document was not read (mark [S] code).
 *
 * @param sessionId as customs asked
 * @param serviceTimeMillis when the answer was made, milliseconds since 1970
 */
public record PaymentAnswer(String sessionId, Head head, List<Order> orders, long serviceTimeMillis) {

    /**
     * The payment.
     *
     * @param initialRequest what was sent to the payment company, its raw text ({@code initalRequest}, spelled so)
     * @param initialResponse what it answered, its raw text
     * @param totalFen amount in fen
     * @param verDept who checked: 1 UnionPay, 2 NetsUnion, 3 other
     * @param payType means of payment by the list of announcement 179: 1 app, 2 desktop, 3 scanned code, 4 other
     * @param tradingTime yyyyMMddHHmmss in China
     */
    public record Head(
            String guid,
            String initialRequest,
            String initialResponse,
            String ebpCode,
            String payCode,
            String payTransactionId,
            long totalFen,
            String verDept,
            String payType,
            String tradingTime,
            String note) {}

    /** One order paid by it, with its goods and who was paid. */
    public record Order(String orderNo, List<Goods> goods, String account, String receiverCode, String receiverName) {

        public Order {
            goods = List.copyOf(goods);
        }
    }

    /** What was bought and the page it was bought on. */
    public record Goods(String name, String link) {}

    public PaymentAnswer {
        orders = List.copyOf(orders);
    }

    /** The text that is signed, in exactly this form: four parts joined by {@code ||}. */
    public String signedText() {
        return "\"sessionID\":\"" + sessionId + "\"||\"payExchangeInfoHead\":\"" + headJson()
                + "\"||\"payExchangeInfoLists\":\"" + ordersJson() + "\"||\"serviceTime\":\"" + serviceTimeMillis
                + "\"";
    }

    /** The value of the form field {@code payExInfoStr}: the same JSON with certificate and signature. */
    public String answer(Signer signer) {
        byte[] signature = signer.sign(XmlText.utf8(signedText()));
        return "{\"sessionID\":" + quoted(sessionId) + ",\"payExchangeInfoHead\":" + headJson()
                + ",\"payExchangeInfoLists\":" + ordersJson() + ",\"serviceTime\":"
                + quoted(Long.toString(serviceTimeMillis))
                + ",\"certNo\":" + quoted(signer.keyName()) + ",\"signValue\":"
                + quoted(java.util.Base64.getEncoder().encodeToString(signature)) + "}";
    }

    private String headJson() {
        return "{\"guid\":" + quoted(head.guid()) + ",\"initalRequest\":" + quoted(head.initialRequest())
                + ",\"initalResponse\":" + quoted(head.initialResponse()) + ",\"ebpCode\":" + quoted(head.ebpCode())
                + ",\"payCode\":" + quoted(head.payCode()) + ",\"payTransactionId\":" + quoted(head.payTransactionId())
                + ",\"totalAmount\":" + yuan(head.totalFen()) + ",\"currency\":\"142\",\"verDept\":"
                + quoted(head.verDept())
                + ",\"payType\":" + quoted(head.payType()) + ",\"tradingTime\":" + quoted(head.tradingTime())
                + ",\"note\":" + quoted(head.note()) + "}";
    }

    private String ordersJson() {
        return orders.stream()
                .map(PaymentAnswer::orderJson)
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }

    private static String orderJson(Order order) {
        var goods = order.goods().stream()
                .map(g -> "{\"gname\":" + quoted(g.name()) + ",\"itemLink\":" + quoted(g.link()) + "}")
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
        return "{\"orderNo\":" + quoted(order.orderNo()) + ",\"goodsInfo\":" + goods + ",\"recpAccount\":"
                + quoted(order.account()) + ",\"recpCode\":" + quoted(order.receiverCode()) + ",\"recpName\":"
                + quoted(order.receiverName()) + "}";
    }

    /** A number without trailing zeros: 12, 12.3, 12.34. */
    private static String yuan(long fen) {
        return RetailExport.number(java.math.BigDecimal.valueOf(fen, 2));
    }

    private static String quoted(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
