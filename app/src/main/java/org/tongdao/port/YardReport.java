package org.tongdao.port;

import org.tongdao.yard.YardFigures;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardQuestion;
import org.tongdao.yard.YardRun;

/** What {@code yard simulate --json} prints. */
record YardReport(
        String station,
        String node,
        YardMode mode,
        double trainsPerDay,
        int containersPerTrain,
        long days,
        long seed,
        String bottleneck,
        boolean deadlock,
        YardFigures figures,
        String note) {

    static YardReport of(YardQuestion question, YardRun run) {
        return new YardReport(
                question.station().id(),
                question.station().node(),
                question.rules().mode(),
                question.background().trainsPerDay(),
                question.background().containersPerTrain(),
                question.measured().toDays(),
                question.seed(),
                run.figures().bottleneck().map(Enum::name).orElse(""),
                run.deadlock().isPresent(),
                run.figures(),
                "stage times are assumptions; sources of each figure: data/corridor/stations.csv");
    }
}
