package org.tongdao.intake.rules;

import java.math.BigDecimal;
import org.tongdao.terms.Size;

/**
 * One line of an order, fit to be declared.
 *
 * @param hs ten digits that the tariff knows
 * @param unit customs code of three digits
 * @param netG of the whole line
 * @param grossG of the whole line, not below net
 * @param size of the packed line
 * @param origin ISO 3166-1 alpha-2
 * @param productId the manufacturer's identifier, or empty
 */
public record OrderLine(
        String sku,
        String nameZh,
        String nameEn,
        String hs,
        int quantity,
        String unit,
        BigDecimal unitPrice,
        long netG,
        long grossG,
        Size size,
        String origin,
        String productId) {}
