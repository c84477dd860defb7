package org.tongdao.api;

import tools.jackson.databind.node.ObjectNode;

/** Orders as a shop sends them. */
final class Orders {

    private static final String SOUND = """
            {"platform":"Taobao","merchant":"Tianshan Trade","orderNo":"TS-1","paymentNo":"202611010001",
             "orderedAt":"2026-10-30T10:00:00+08:00","currency":"CNY",
             "consignee":{"name":"Айгүл Смағұлова","phone":"+7 701 234 56 78","country":"KZ","city":"Алматы",
                          "address":"ул. Абая 10, кв. 25","postcode":"050000"},
             "lines":[{"sku":"A-1","nameZh":"棉袜","nameEn":"cotton socks","hs":"6115950099","quantity":2,"unit":"双",
                       "unitPrice":9.90,"netG":120,"grossG":150,"lengthMm":200,"widthMm":120,"heightMm":40,"origin":"CN"}]}""";

    private Orders() {}

    static String order(String no) {
        return tree(no).toString();
    }

    static ObjectNode tree(String no) {
        var order = (ObjectNode) Contract.JSON.readTree(SOUND);
        order.put("orderNo", no);
        return order;
    }

    static String of(String no, String merchant) {
        return tree(no).put("merchant", merchant).toString();
    }

    /** {@code count} orders, of which every tenth has a tariff code that nobody knows. */
    static String many(String start, int count) {
        var all = Contract.JSON.createObjectNode();
        var list = all.putArray("orders");
        for (int i = 0; i < count; i++) {
            var order = tree(start + i);
            if (i % 10 == 9) {
                ((ObjectNode) order.at("/lines/0")).put("hs", "0000000001");
            }
            list.add(order);
        }
        return all.toString();
    }
}
