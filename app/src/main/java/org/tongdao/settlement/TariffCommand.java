package org.tongdao.settlement;

import picocli.CommandLine.Command;

/** {@code bin/tongdao tariff …}: price lists with zones, bands and surcharges as files; docs/formats/rate-sheet.md. */
@Command(
        name = "tariff",
        description = "check a rate sheet, quote by it, compare two versions",
        mixinStandardHelpOptions = true,
        subcommands = {TariffCheckCommand.class, TariffQuoteCommand.class, TariffBenchCommand.class})
public final class TariffCommand {}
