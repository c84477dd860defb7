package org.tongdao.planning;

import picocli.CommandLine.Command;

/** {@code bin/tongdao train …}: containers to wagons to a train. */
@Command(
        name = "train",
        description = "compose a train of the containers of a yard, check one, make test yards",
        mixinStandardHelpOptions = true,
        subcommands = {TrainPlanCommand.class, TrainCheckCommand.class, TrainGenerateCommand.class})
public final class TrainCommand {}
