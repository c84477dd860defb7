package org.tongdao.customs;

/**
 * Who stands behind import declarations, beside those of any declaration.
 *
 * @param common platform, company, broker, carrier and offices
 * @param payCode payment company, ten-digit customs code or USCC
 * @param guarantorCode who stands in for the tax: platform, company or carrier
 */
public record ImportParties(RetailParties common, String payCode, String payName, String guarantorCode) {}
