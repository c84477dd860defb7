/**
 * What customs wants to know and how it wants to be told: China's cross-border e-commerce interface (CEB, "unified version" of 2022-05), its message
 * catalogue, codecs, signature profile, receipts and the rules of the regimes.
 *
 * <p>Purpose: one catalogue-driven codec for all 42 messages, signed and verified in plain Java, with findings a broker can act on. Words used: list
 * (申报清单, 603), waybill (运单, 505), order (订单, 303), binding (总分单, 607), receipt (回执), regime (监管方式). May use: terms, Woodstox (StAX), BouncyCastle
 * (SM2, SM3). Publishes: {@link org.tongdao.customs.CebCatalogue}, {@link
 * org.tongdao.customs.CebReader}, {@link org.tongdao.customs.CebWriter}, {@link org.tongdao.customs.CebCheck}, {@link org.tongdao.customs.Envelope},
 * {@link org.tongdao.customs.Signer}, {@link org.tongdao.customs.DocumentState}, {@link org.tongdao.customs.Advice}, {@link
 * org.tongdao.customs.RetailExport}, {@link org.tongdao.customs.RetailRules}, {@link org.tongdao.customs.MasterHouseBinding}, {@link
 * org.tongdao.customs.TariffBook}, {@link org.tongdao.customs.Screening} and the value types they speak.
 */
@NullMarked
package org.tongdao.customs;

import org.jspecify.annotations.NullMarked;
