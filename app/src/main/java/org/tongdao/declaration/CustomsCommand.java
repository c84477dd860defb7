package org.tongdao.declaration;

import picocli.CommandLine.Command;

/** {@code bin/tongdao customs …}: the customs engine from the command line, without database. */
@Command(
        name = "customs",
        description = "check, sign and verify customs messages, explain codes",
        mixinStandardHelpOptions = true,
        subcommands = {
            CheckMessagesCommand.class,
            SignMessageCommand.class,
            VerifyMessagesCommand.class,
            ExplainCodeCommand.class
        })
public final class CustomsCommand {}
