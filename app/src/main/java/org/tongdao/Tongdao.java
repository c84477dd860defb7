package org.tongdao;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code bin/tongdao COMMAND}. Exit codes: 0 done, 1 findings, 2 wrong usage. */
@Command(
        name = "tongdao",
        description = "The open digital channel for cross-border e-commerce by China–Europe rail",
        subcommands = {CommandLine.HelpCommand.class})
public final class Tongdao {

    private Tongdao() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Tongdao()).execute(args));
    }
}
