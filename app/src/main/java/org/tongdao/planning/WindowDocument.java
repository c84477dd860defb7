package org.tongdao.planning;

import java.util.List;

/** One departure of {@code bin/tongdao route --window}; docs/formats/network.md. */
public record WindowDocument(String line, String readyBy, String departs, List<RouteOffer> offers) {

    static WindowDocument of(RouteWindow.Start start) {
        return new WindowDocument(
                start.line(),
                start.latest().toString(),
                start.departs().toString(),
                start.options().stream().map(RouteOption::figures).toList());
    }

    String line(int number) {
        return number + ". hand in by " + readyBy + ", departs " + departs + " " + (line.isEmpty() ? "by truck" : line);
    }
}
