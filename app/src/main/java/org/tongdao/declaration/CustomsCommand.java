package org.tongdao.declaration;

import picocli.CommandLine.Command;

/** {@code bin/tongdao customs …}: the customs engine from the command line, without database. */
@Command(
        name = "customs",
        description =
                "check, build, cancel, return, sign and verify customs messages, match documents, import tax, arrivals",
        mixinStandardHelpOptions = true,
        subcommands = {
            CheckMessagesCommand.class,
            SignMessageCommand.class,
            VerifyMessagesCommand.class,
            ExplainCodeCommand.class,
            BuildCommand.class,
            CancelListCommand.class,
            ReturnGoodsCommand.class,
            MatchCommand.class,
            TaxCommand.class,
            TariffCommand.class,
            FarSideCommand.class,
            RatesCommand.class
        })
public final class CustomsCommand {}
