package org.tongdao.console.rooms;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongdao.statistics.Statistics;
import org.tongdao.statistics.StatisticsReport;

/** The figures, of one batch or of everything. */
@Controller
class StatisticsController {

    /** One bar of a chart: {@code share} 0 … 100 of the longest. */
    record Bar(String label, long parcels, long share) {}

    private final Statistics statistics;
    private final BatchReader batches;

    StatisticsController(Statistics statistics, BatchReader batches) {
        this.statistics = statistics;
        this.batches = batches;
    }

    @GetMapping("/statistics")
    String show(@RequestParam(required = false) @Nullable Long batch, Model model) {
        StatisticsReport report = batch == null ? statistics.overall() : statistics.report(batch);
        model.addAttribute("report", report);
        model.addAttribute("batch", batch);
        model.addAttribute("batches", batches.list());
        model.addAttribute("countries", byCountry(report));
        model.addAttribute("bars", byCountry(report).size());
        return "statistics";
    }

    private static List<Bar> byCountry(StatisticsReport report) {
        Map<String, Long> parcels = report.flows().stream()
                .collect(Collectors.groupingBy(
                        StatisticsReport.Flow::country,
                        TreeMap::new,
                        Collectors.summingLong(StatisticsReport.Flow::parcels)));
        long most = parcels.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return parcels.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> new Bar(e.getKey(), e.getValue(), 100 * e.getValue() / Math.max(1, most)))
                .toList();
    }
}
