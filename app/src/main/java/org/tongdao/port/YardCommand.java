package org.tongdao.port;

import picocli.CommandLine.Command;

/** {@code bin/tongdao yard …}: the yard engine from the command line. */
@Command(
        name = "yard",
        description = "border stations: simulate, compare and schedule them, solve job shops, check schedules",
        mixinStandardHelpOptions = true,
        subcommands = {
            YardSimulateCommand.class,
            YardCompareCommand.class,
            YardDayCommand.class,
            YardScheduleCommand.class,
            YardSolveCommand.class,
            YardMarshalCommand.class,
            YardCheckCommand.class
        })
public final class YardCommand {}
