package org.tongdao.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongdao.terms.Finding;
import org.tongdao.yard.DayMarshalling;
import org.tongdao.yard.DayQuestion;
import org.tongdao.yard.MarshallingRules;
import org.tongdao.yard.OnwardTrain;
import org.tongdao.yard.OnwardTrainFile;

/**
 * The trains of a day as they are made up on the other gauge, with the rules that they are asked by.
 *
 * @param rules id in data/stations/marshalling.csv, empty when no wagons are given
 * @param files lines of each train's wagon file (docs/formats/yard-marshal.md) by its id
 */
record DayWagons(String rules, Map<String, List<String>> files) {

    static final DayWagons NONE = new DayWagons("", Map.of());

    /** The files {@code TRAIN.csv} of a folder. */
    static DayWagons of(Path folder, String rules) throws IOException {
        var files = new TreeMap<String, List<String>>();
        try (var all = Files.list(folder)) {
            for (var file : all.filter(f -> f.toString().endsWith(".csv")).toList()) {
                var name = String.valueOf(file.getFileName());
                files.put(name.substring(0, name.length() - 4), Files.readAllLines(file));
            }
        }
        return new DayWagons(rules, files);
    }

    static boolean isKnown(String rules) {
        return RailwayRules.shipped().find(rules).isPresent();
    }

    static List<String> known() {
        return RailwayRules.shipped().rules().stream().map(MarshallingRules::id).toList();
    }

    /** What the rules say of the trains whose wagons are given. */
    List<Finding> check(DayQuestion question) {
        if (files.isEmpty()) {
            return List.of();
        }
        var known = RailwayRules.shipped()
                .find(rules)
                .orElseThrow(() -> new IllegalArgumentException("no rules '" + rules + "'"));
        var findings = new ArrayList<Finding>();
        read().forEach(f -> findings.addAll(f.findings()));
        findings.addAll(DayMarshalling.check(question, made(), known));
        return findings;
    }

    /** Of which trains nobody asked. */
    List<Finding> notAsked(DayQuestion question) {
        return DayMarshalling.unasked(question, made()).stream().toList();
    }

    private List<OnwardTrain> made() {
        return read().stream().map(OnwardTrainFile::train).toList();
    }

    private List<OnwardTrainFile> read() {
        return files.entrySet().stream()
                .map(f -> OnwardTrainFile.read(f.getKey(), f.getKey() + ".csv", f.getValue()))
                .toList();
    }
}
