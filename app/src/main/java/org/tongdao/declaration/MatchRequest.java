package org.tongdao.declaration;

import java.nio.file.Path;
import java.time.LocalDate;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.CustomsRegime;

/**
 * Three files to be matched; columns in docs/formats/customs-tables.md.
 *
 * @param title what people call the batch
 * @param day whose rules count, in China
 */
public record MatchRequest(
        String title, CustomsRegime regime, TradeWay way, LocalDate day, Path orders, Path payments, Path waybills) {}
