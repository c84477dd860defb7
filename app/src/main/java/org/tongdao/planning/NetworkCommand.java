package org.tongdao.planning;

import picocli.CommandLine.Command;

/** {@code bin/tongdao network …}: freight networks as folders of CSV files; docs/formats/network.md. */
@Command(
        name = "network",
        description = "check or make a freight network",
        mixinStandardHelpOptions = true,
        subcommands = {NetworkCheckCommand.class, NetworkGenerateCommand.class})
public final class NetworkCommand {}
