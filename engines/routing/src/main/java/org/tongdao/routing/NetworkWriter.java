package org.tongdao.routing;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a network in the form that {@link NetworkFolder} reads; reading it again gives an equal network. */
public final class NetworkWriter {

    private NetworkWriter() {}

    /** The text of each file by its name. */
    public static Map<String, String> files(Network network) {
        var files = new LinkedHashMap<String, String>();
        files.put("places.csv", places(network));
        var lines = new StringBuilder(
                "line,mode,gauge_mm,cut_off,cut_off_dangerous,slots,teu,kg,m3,via,regimes,goods,max_kg,delay,risk,source\n");
        var calls = new StringBuilder("line,place,arrive,depart,cost,co2_kg\n");
        var calendar = new StringBuilder("line,from,to,days,times\n");
        for (var line : network.lines()) {
            append(lines, line);
            line.calls()
                    .forEach(c -> row(
                            calls,
                            line.id(),
                            c.station(),
                            time(c.arrives()),
                            time(c.departs()),
                            amount(c.cost()),
                            c.co2()));
            line.days()
                    .forEach(d -> row(
                            calendar,
                            line.id(),
                            d.from(),
                            d.to(),
                            digits(d.weekdays()),
                            d.times().stream().map(String::valueOf).collect(Collectors.joining("|"))));
        }
        files.put("lines.csv", lines.toString());
        files.put("calls.csv", calls.toString());
        files.put("calendar.csv", calendar.toString());
        files.put("links.csv", links(network));
        return files;
    }

    private static String places(Network network) {
        var places = new StringBuilder(
                "place,name_en,name_zh,country,lat,lon,zone,hours,handling,handling_cost,transload,transload_cost,"
                        + "free,storage_day,dwell,inspected,inspection,risk,source\n");
        for (var s : network.stations()) {
            var h = s.handling();
            row(
                    places,
                    s.id(),
                    s.nameEn(),
                    s.nameZh(),
                    s.country(),
                    s.lat(),
                    s.lon(),
                    s.zone(),
                    s.hours(),
                    time(h.minutes()),
                    amount(h.cost()),
                    h.transloads() ? time(h.transloadMinutes()) : "",
                    amount(h.transloadCost()),
                    time(s.storage().freeMinutes()),
                    amount(s.storage().costPerDay()),
                    spans(s.check().dwell()),
                    s.check().inspectionShare(),
                    spans(s.check().inspection()),
                    s.check().risk(),
                    s.source());
        }
        return places.toString();
    }

    private static void append(StringBuilder lines, Line l) {
        row(
                lines,
                l.id(),
                l.mode(),
                l.gaugeMm() == 0 ? "" : l.gaugeMm(),
                time(l.cutOff().minutes()),
                time(l.cutOff().dangerousMinutes()),
                l.capacity().slots(),
                l.capacity().teu(),
                l.capacity().kg(),
                l.capacity().m3(),
                words(l.admission().via()),
                words(l.admission().regimes()),
                words(l.admission().goods()),
                l.admission().maxKg(),
                spans(l.delay()),
                l.risk(),
                l.source());
    }

    private static String links(Network network) {
        var links = new StringBuilder("from,to,mode,hours,time,cost,co2_kg,source\n");
        network.links()
                .forEach(k -> row(
                        links,
                        k.from(),
                        k.to(),
                        k.mode(),
                        k.hours(),
                        time(k.minutes()),
                        amount(k.cost()),
                        k.co2(),
                        k.source()));
        return links.toString();
    }

    private static void row(StringBuilder out, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            var text = fields[i].toString();
            out.append(i == 0 ? "" : ",");
            out.append(
                    text.indexOf(',') >= 0 || text.indexOf('"') >= 0 ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        out.append('\n');
    }

    private static String words(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining("|"));
    }

    private static String digits(Set<DayOfWeek> days) {
        return days.stream().sorted().map(d -> String.valueOf(d.getValue())).collect(Collectors.joining());
    }

    private static String time(int minutes) {
        return minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    }

    private static String spans(Triangle t) {
        return t.max() == 0 ? "" : time(t.min()) + "/" + time(t.mode()) + "/" + time(t.max());
    }

    private static String amount(int minor) {
        return minor % 100 == 0 ? String.valueOf(minor / 100) : String.format(Locale.ROOT, "%.2f", minor / 100.0);
    }
}
