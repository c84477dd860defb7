package org.tongdao.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.terms.Finding;

class NetworkFolderTest {

    private final Map<String, String> files = new HashMap<>(Map.of(
            "places.csv", """
            place,country,lat,lon,zone,hours,handling,handling_cost,transload,transload_cost,free,storage_day,dwell,inspected,inspection,risk
            URC,CN,43.8,87.6,Asia/Shanghai,,6:00,500,,,48:00,300,1:00/4:00/12:00,0.04,2:00/4:00/8:00,0.001
            DST,KZ,45.25,82.48,Asia/Almaty,1234567 08:00-20:00,6:00,400,18:00,900,24:00,250,,,,
            ALA,KZ,43.25,76.95,Asia/Almaty,,4:00,300,,,24:00,250,,,,
            """,
            "lines.csv", """
            line,mode,gauge_mm,cut_off,cut_off_dangerous,slots,via,regimes,goods,max_kg,delay,risk,source
            UD,rail,1435,6:00,24:00,50,CN|KZ,9610|1210,reefer,25000,0:00/1:00/9:00,0.002,"typical, assumed"
            DA,rail,1520,4:00,,40,KZ,,,,,,
            """,
            "calls.csv", """
            line,place,arrive,depart,cost,co2_kg
            UD,URC,0:00,0:00,,
            UD,DST,20:00,20:00,5200.50,300
            DA,DST,0,0,,
            DA,ALA,28,28,6200,400
            """,
            "calendar.csv", """
            line,from,to,days,times
            UD,,,1234567,10:00
            DA,2026-01-01,2026-12-31,135,06:00|18:00
            """,
            "links.csv", """
            from,to,mode,hours,time,cost,co2_kg
            ALA,DST,road,12345 09:00-17:00,9:30,4000,500
            """));

    private NetworkFolder.Read read() {
        return NetworkFolder.read(file -> Optional.ofNullable(files.get(file)));
    }

    private void change(String file, String from, String to) {
        var text = text(file);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));
    }

    private String text(String file) {
        return files.getOrDefault(file, "");
    }

    private Finding only(String rule) {
        var found = read().findings();
        assertThat(found).as(found.toString()).anyMatch(f -> f.rule().equals(rule));
        return found.stream().filter(f -> f.rule().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void aSoundFolderIsReadWhole() {
        var read = read();
        assertThat(read.findings()).isEmpty();
        assertThat(read.network().stations()).hasSize(3);
        var line = read.network().lines().get(0);
        assertThat(line.calls().get(1).cost()).isEqualTo(520_050);
        assertThat(line.cutOff()).isEqualTo(new Line.CutOff(360, 1440));
        assertThat(line.admission().regimes()).containsExactlyInAnyOrder("9610", "1210");
        assertThat(line.delay()).isEqualTo(new Triangle(0, 60, 540));
        assertThat(read.network().links().get(0).minutes()).isEqualTo(570);
        assertThat(read.network().stations().get(0).check().inspectionShare()).isEqualTo(0.04);
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        var network = read().network();
        var written = NetworkWriter.files(network);
        var again = NetworkFolder.read(file -> Optional.ofNullable(written.get(file)));
        assertThat(again.findings()).isEmpty();
        assertThat(again.network()).isEqualTo(network);
    }

    @Test
    void anUnknownPlaceIsToldWithFileLineAndValueAndTheRestGoesOn() {
        change("calls.csv", "DA,ALA", "DA,ALM");
        var finding = only("NET-PLACE-UNKNOWN");
        assertThat(finding.place().toString()).isEqualTo("calls.csv:5 [place]");
        assertThat(finding.value()).isEqualTo("ALM");
        assertThat(read().network().lines()).extracting(Line::id).containsExactly("UD");
        assertThat(read().sound()).isFalse();
    }

    @Test
    void anImpossibleSpeedIsTold() {
        change("calls.csv", "UD,DST,20:00,20:00", "UD,DST,2:00,2:00");
        var finding = only("NET-SPEED");
        assertThat(finding.place().toString()).isEqualTo("calls.csv:3");
        assertThat(finding.value()).isEqualTo("URC-DST");
        assertThat(finding.maybe()).contains("km/h");
    }

    @Test
    void gaugesThatMeetWithoutTransloadAreTold() {
        change("places.csv", "6:00,400,18:00,900", "6:00,400,,");
        assertThat(only("NET-GAUGE").maybe()).contains("1435").contains("1520");
    }

    @Test
    void aTransloadQuickerThanHandlingIsTold() {
        change("places.csv", "6:00,400,18:00,900", "6:00,400,3:00,900");
        assertThat(only("NET-TRANSLOAD").value()).isEqualTo("DST");
    }

    @Test
    void overlappingPeriodsOfOneDepartureAreTold() {
        files.put("calendar.csv", text("calendar.csv") + "DA,2026-06-01,2027-06-01,57,18:00\n");
        assertThat(only("NET-CALENDAR").place().toString()).isEqualTo("calendar.csv:4");
    }

    @Test
    void periodsThatShareNoDepartureDoNotOverlap() {
        files.put(
                "calendar.csv",
                text("calendar.csv") + "DA,2026-06-01,2027-06-01,57,19:00\nDA,2027-01-01,2027-12-31,135,18:00\n");
        assertThat(read().findings()).isEmpty();
    }

    @Test
    void missingEmptyAndBrokenFilesAreTold() {
        files.remove("lines.csv");
        assertThat(only("NET-FILE").place().toString()).isEqualTo("lines.csv");
        files.put("lines.csv", "line,mode\n");
        assertThat(only("NET-EMPTY").place().toString()).isEqualTo("lines.csv");
        files.put("lines.csv", "line;mode\nUD;rail\n");
        assertThat(only("NET-COLUMN").maybe()).contains("misses line");
    }

    @Test
    void aFileWithoutRowsIsToldOnceAndNotWithEachRowThatNamesSomethingOfIt() {
        files.remove("places.csv");
        assertThat(read().findings()).extracting(Finding::rule).containsExactly("NET-FILE");
        assertThat(read().network().lines()).isEmpty();
    }

    @Test
    void aHeaderThatCannotBeReadTakesTheWholeFileAndSaysWhy() {
        files.put("lines.csv", text("lines.csv").replace(',', ';'));
        assertThat(read().findings()).extracting(Finding::rule).containsOnly("NET-COLUMN", "NET-ALONE");
        assertThat(only("NET-COLUMN").maybe()).endsWith("misses line; fields are parted by commas");
        assertThat(only("NET-COLUMN").value()).startsWith("line;mode");
    }

    @Test
    void aColumnThatNobodyReadsAndOneThatStandsTwiceAreTold() {
        change("places.csv", "transload_cost", "transload_price");
        assertThat(only("NET-EXTRA").place().toString()).isEqualTo("places.csv:1 [transload_price]");
        assertThat(read().sound()).isTrue();
        change("places.csv", "transload_price", "transload");
        assertThat(only("NET-COLUMN").value()).isEqualTo("transload");
        assertThat(read().network().stations().get(1).handling().transloadMinutes())
                .isEqualTo(1080);
    }

    @Test
    void aFolderOfFilesThatCannotBeReadIsTold(@TempDir Path folder) throws IOException {
        assertThat(NetworkFolder.read(folder).findings())
                .extracting(f -> f.rule() + " " + f.place() + " " + f.maybe())
                .containsExactly(
                        "NET-FILE places.csv Maybe: the folder misses this file",
                        "NET-FILE lines.csv Maybe: the folder misses this file",
                        "NET-FILE calls.csv Maybe: the folder misses this file",
                        "NET-FILE calendar.csv Maybe: the folder misses this file");
        for (var name : NetworkFolder.FILES) {
            Files.writeString(folder.resolve(name), text(name));
        }
        Files.delete(folder.resolve("calendar.csv"));
        Files.createDirectory(folder.resolve("calendar.csv"));
        Files.write(folder.resolve("links.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10});
        assertThat(NetworkFolder.read(folder).findings())
                .filteredOn(Finding::stops)
                .extracting(f -> f.rule() + " " + f.place() + " " + f.maybe())
                .containsExactly(
                        "NET-FILE calendar.csv Maybe: it is no file, or may not be read",
                        "NET-FILE links.csv Maybe: save it as UTF-8");
    }

    @Test
    void aLineWithACapacityThatIsNoneIsLeftOutAndNotUsedWithoutOne() {
        change("lines.csv", "24:00,50,CN", "24:00,-50,CN");
        assertThat(only("NET-NUMBER").place().toString()).isEqualTo("lines.csv:2 [slots]");
        assertThat(read().network().lines()).extracting(Line::id).containsExactly("DA");
    }

    @Test
    void aRowWithTooFewFieldsIsTold() {
        change("links.csv", "9:30,4000,500", "9:30,4000");
        assertThat(only("NET-ROW").place().toString()).isEqualTo("links.csv:2");
        assertThat(only("NET-ROW").value()).isEqualTo("6 fields, 7 columns");
        assertThat(read().network().links()).isEmpty();
    }

    @Test
    void numbersOutOfRangeAreTold() {
        change("places.csv", "43.8,87.6", "143.8,87.6");
        assertThat(only("NET-NUMBER").value()).isEqualTo("143.8");
        change("places.csv", "143.8,87.6", "43.8,87.6");
        change("places.csv", "0.04", "4");
        assertThat(only("NET-NUMBER").place().column()).isEqualTo("inspected");
    }

    @Test
    void badWordsAreTold() {
        change("places.csv", "Asia/Almaty,1234567", "Asia/Atlantis,1234567");
        assertThat(only("NET-NUMBER").value()).isEqualTo("Asia/Atlantis");
        change("lines.csv", "DA,rail,1520", "DA,camel,1520");
        assertThat(only("NET-MODE").value()).isEqualTo("camel");
        change("lines.csv", "DA,camel,1520", "DA,rail,1000");
        assertThat(read().findings()).anyMatch(f -> f.place().column().equals("gauge_mm"));
    }

    @Test
    void timesThatDoNotRiseAreTold() {
        change("calls.csv", "DA,ALA,28,28", "DA,ALA,0,28");
        assertThat(only("NET-ORDER").value()).isEqualTo("0 28");
        assertThat(only("NET-CALLS").value()).isEqualTo("DA");
    }

    @Test
    void theSamePlaceAndLineTwiceAreToldAndTheFirstHolds() {
        files.put("places.csv", text("places.csv") + "ALA,KG,42,74,Asia/Bishkek,,,,,,,,,,,\n");
        files.put("lines.csv", text("lines.csv") + "UD,road,,,,,,,,,,,\n");
        assertThat(read().findings()).extracting(Finding::rule).containsExactly("NET-TWICE", "NET-TWICE");
        assertThat(read().network().stations().get(2).country()).isEqualTo("KZ");
        assertThat(read().network().lines()).hasSize(2);
    }

    @Test
    void callsAndCalendarsOfNoLineAndPlacesThatNothingTouchesAreTold() {
        files.put("calls.csv", text("calls.csv") + "XX,DST,0,0,,\n");
        files.put("places.csv", text("places.csv") + "FRU,KG,42,74,Asia/Bishkek,,,,,,,,,,,\n");
        assertThat(only("NET-LINE-UNKNOWN").value()).isEqualTo("XX");
        assertThat(only("NET-ALONE").stops()).isFalse();
    }

    @Test
    void aLineWithoutACalendarNeverRunsAndIsWarnedOf() {
        change("calendar.csv", "DA,2026-01-01,2026-12-31,135,06:00|18:00\n", "");
        assertThat(only("NET-NEVER").value()).isEqualTo("DA");
        assertThat(read().sound()).isTrue();
    }

    @Test
    void quotesAndAByteOrderMarkAreRead() {
        files.put("lines.csv", "\uFEFF" + text("lines.csv").replace("typical, assumed", "typical, \"\"assumed\"\""));
        assertThat(read().network().lines().get(0).source()).isEqualTo("typical, \"assumed\"");
    }
}
