package org.tongdao.customs;

/**
 * Who hands a message over ({@code BaseTransfer}): every message that a company sends names it.
 *
 * @param copCode customs registration or USCC of the sending company
 * @param dxpId its identifier on the exchange platform
 * @param note free text, may be empty
 */
public record Transfer(String copCode, String copName, String dxpMode, String dxpId, String note) {

    public static Transfer of(String copCode, String copName, String dxpId) {
        return new Transfer(copCode, copName, "DXP", dxpId, "");
    }
}
