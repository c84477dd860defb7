package org.tongdao.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongdao.yard.StationFigure;
import org.tongdao.yard.YardComparison.Measure;

/**
 * A station as it is, or as assumed, against what it might be.
 *
 * @param baseline changes that hold in both, e.g. {@code mode=serial,trains=8.7}; empty as it is
 * @param figures of the station when it was asked, each with its mark and source
 */
public record WhatIfCase(
        long id,
        String station,
        String baseline,
        int replications,
        int days,
        String actor,
        Instant askedAt,
        List<StationFigure> figures,
        List<Variant> variants) {

    /**
     * One thing that might be otherwise.
     *
     * @param changes on top of the baseline, e.g. {@code crane=+2}
     * @param answer empty while it is reckoned
     */
    public record Variant(int no, String changes, Optional<Answer> answer) {}

    /**
     * What came out.
     *
     * @param method {@code simulated} or {@code planned}; empty when it failed
     * @param failure why it could not be reckoned, else empty
     */
    public record Answer(String method, String failure, List<Measure> measures) {}

    /** What a person asks: how much is looked at decides how wide the intervals are. */
    public record Wish(String baseline, List<String> variants, int replications, int days) {}

    public long answered() {
        return variants.stream().filter(v -> v.answer().isPresent()).count();
    }

    public boolean isDone() {
        return answered() == variants.size();
    }

    /** Figures that nobody published: the answer is no better than they are. */
    public List<StationFigure> assumed() {
        return figures.stream().filter(f -> f.mark().equals("assumed")).toList();
    }
}
