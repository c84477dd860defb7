package org.tongdao.emulator.customs;

/**
 * What the office holds against a paper, in the words of the official error table.
 *
 * <p>The published codes for lists (−621…) are those of the import list 621; the export list 603 has none of its own, so the nearest is used.
 *
 * @param code official code
 * @param text official text with its placeholder filled
 */
record Fault(String code, String text) {

    static final String ORDER_WITHOUT_ROWS = "-301001";
    static final String ORDER_ROW_TWICE = "-301002";
    static final String ORDER_UNKNOWN = "-301003";
    static final String ORDER_PARAMETERS = "-301008";
    static final String ORDER_TWICE = "-301010";
    static final String WAYBILL_PARAMETERS = "-504011";
    static final String WAYBILL_TWICE = "-504015";
    static final String LIST_INVALID = "-621001";
    static final String LIST_FAILED = "-621003";
    static final String LIST_TWICE = "-621004";
    static final String LIST_ROW_TWICE = "-621027";
    static final String SIGNATURE = "-621029";

    static Fault orderWithoutRows() {
        return new Fault(ORDER_WITHOUT_ROWS, "订单商品表体信息不存在");
    }

    static Fault orderRowTwice() {
        return new Fault(ORDER_ROW_TWICE, "订单商品信息内有重复商品序号");
    }

    static Fault orderUnknown(String orderNo) {
        return new Fault(ORDER_UNKNOWN, "订单信息查询不存在[" + orderNo + "]");
    }

    static Fault orderParameters(String what) {
        return new Fault(ORDER_PARAMETERS, "参数校验不通过，" + what);
    }

    static Fault orderTwice() {
        return new Fault(ORDER_TWICE, "已存在相同编号的订单");
    }

    static Fault waybillParameters(String what) {
        return new Fault(WAYBILL_PARAMETERS, "参数校验不通过，" + what);
    }

    static Fault waybillTwice() {
        return new Fault(WAYBILL_TWICE, "已存在相同编号的运单");
    }

    static Fault listInvalid(String what) {
        return new Fault(LIST_INVALID, "清单报文校验失败，[" + what + "]");
    }

    static Fault listFailed(String what) {
        return new Fault(LIST_FAILED, "清单申报失败，[" + what + "]");
    }

    static Fault listTwice(String copNo) {
        return new Fault(LIST_TWICE, "清单[" + copNo + "]已经申报过，请勿重复申报");
    }

    static Fault listRowTwice() {
        return new Fault(LIST_ROW_TWICE, "请确认表体 gnum 无重复！");
    }

    /** Any other code of the table, with its text filled. */
    static Fault of(String code, String text) {
        return new Fault(code, text);
    }

    static Fault signature() {
        return new Fault(SIGNATURE, "验签失败！");
    }

    /** As it stands in a receipt. */
    String info() {
        return "[Code:" + code + ";Desc:" + text + "]";
    }
}
