package org.tongdao.port;

import picocli.CommandLine.Command;

/** {@code bin/tongdao yard …}: the yard engine from the command line. */
@Command(
        name = "yard",
        description = "simulate a border station: dwell, utilisation, bottleneck",
        mixinStandardHelpOptions = true,
        subcommands = YardSimulateCommand.class)
public final class YardCommand {}
