package org.tongdao.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongdao.emulator.carrier.CarrierConduct;
import org.tongdao.emulator.customs.Conduct;
import org.tongdao.emulator.customs.Incident;
import org.tongdao.emulator.rail.RailConduct;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a scenario: what is left out stays as the base has it, what is misspelt is refused. */
record ScenarioFile(
        @Nullable Long seed,
        @Nullable String base,
        @Nullable Customs customs,
        @Nullable CarrierPart carrier,
        @Nullable RailPart rail) {

    private static final int MOST_HOURS_LOST = 240;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Customs: shares 0…1, factors, office hours in Beijing time, incidents, amounts in yuan. */
    record Customs(
            @Nullable Double refused,
            @Nullable Double inspected,
            @Nullable Double reviewed,
            @Nullable Double late,
            @Nullable Double repeated,
            @Nullable Double outOfOrder,
            @Nullable Double chatty,
            @Nullable String open,
            @Nullable String close,
            @Nullable List<Trouble> incidents,
            @Nullable Double refusedAfterInspection,
            @Nullable Double dearCny,
            @Nullable Double heavyKg,
            @Nullable Double pace,
            @Nullable LimitsPart limits) {}

    /** Amounts that customs knows; a year of training may have others. */
    record LimitsPart(
            @Nullable Double orderCny,
            @Nullable Double yearCny,
            @Nullable Double listCny,
            @Nullable Double taxShare) {}

    record Trouble(String from, String to, String kind) {}

    /** Warehouse and carrier. */
    record CarrierPart(
            @Nullable Double damaged,
            @Nullable Double missing,
            @Nullable Double over,
            @Nullable Double failsFactor,
            @Nullable Double failsAgain,
            @Nullable Integer stepHours) {}

    /** Railways: hours that every train loses on its way. */
    record RailPart(@Nullable Integer hoursLost) {}

    static Scenario read(String text) {
        try {
            return JSON.readValue(text, ScenarioFile.class).scenario();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a scenario: " + e.getOriginalMessage(), e);
        }
    }

    private Scenario scenario() {
        boolean calm = "calm".equals(base);
        if (base != null && !calm && !base.equals("life")) {
            throw new IllegalArgumentException("base is '" + base + "'. Maybe life or calm.");
        }
        var office = calm ? Conduct.calm() : Conduct.asInLife();
        var driver = calm ? CarrierConduct.calm() : CarrierConduct.asInLife();
        return new Scenario(
                seed == null ? 1 : seed,
                customs == null ? office : office(customs, office),
                rail == null ? RailConduct.asInLife() : rail(rail),
                carrier == null ? driver : driver(carrier, driver));
    }

    private static Conduct office(Customs part, Conduct base) {
        var usual = base.rigour();
        var rigour = new Conduct.Rigour(
                share("refused", part.refused(), usual.refused()),
                share("inspected", part.inspected(), usual.inspected()),
                share("reviewed", part.reviewed(), usual.reviewed()),
                share("refusedAfterInspection", part.refusedAfterInspection(), usual.refusedAfterInspection()),
                amount("dearCny", part.dearCny(), usual.dearCny()),
                amount("heavyKg", part.heavyKg(), usual.heavyKg()),
                amount("pace", part.pace(), usual.pace()));
        var post = new Conduct.Post(
                share("late", part.late(), base.post().late()),
                share("repeated", part.repeated(), base.post().repeated()),
                share("outOfOrder", part.outOfOrder(), base.post().outOfOrder()),
                share("chatty", part.chatty(), base.post().chatty()));
        var hours = part.open() == null || part.close() == null
                ? base.hours()
                : WorkingHours.daily("Asia/Shanghai", part.open(), part.close());
        var incidents = part.incidents() == null
                ? List.<Incident>of()
                : part.incidents().stream().map(ScenarioFile::incident).toList();
        return new Conduct(rigour, post, hours, base.step(), incidents, limits(part.limits(), base.limits()));
    }

    private static Conduct.Limits limits(@Nullable LimitsPart part, Conduct.Limits base) {
        return part == null
                ? base
                : new Conduct.Limits(
                        amount("limits.orderCny", part.orderCny(), base.orderCny()),
                        amount("limits.yearCny", part.yearCny(), base.yearCny()),
                        amount("limits.listCny", part.listCny(), base.listCny()),
                        share("limits.taxShare", part.taxShare(), base.tax()));
    }

    private static double amount(String name, @Nullable Double given, double base) {
        double value = given == null ? base : given;
        if (!(value > 0 && value <= 1e9)) {
            throw new IllegalArgumentException(name + " is " + value + ". Maybe a number above 0.");
        }
        return value;
    }

    private static Incident incident(Trouble trouble) {
        var kind = Incident.Kind.valueOf(trouble.kind().replace('-', '_').toUpperCase(java.util.Locale.ROOT));
        return new Incident(Instant.parse(trouble.from()), Instant.parse(trouble.to()), kind);
    }

    private static CarrierConduct driver(CarrierPart part, CarrierConduct base) {
        var loss = new CarrierConduct.Loss(
                share("damaged", part.damaged(), base.loss().damaged()),
                share("missing", part.missing(), base.loss().missing()),
                share("over", part.over(), base.loss().over()));
        var factor = part.failsFactor() == null ? base.failsFactor() : part.failsFactor();
        var again = share("failsAgain", part.failsAgain(), base.failsAgain());
        var step = part.stepHours() == null ? base.step() : Duration.ofHours(part.stepHours());
        return new CarrierConduct(loss, factor, again, step);
    }

    private static RailConduct rail(RailPart part) {
        int lost = part.hoursLost() == null ? 0 : part.hoursLost();
        if (lost < 0 || lost > MOST_HOURS_LOST) {
            throw new IllegalArgumentException("hoursLost is " + lost + ". Maybe 0 to " + MOST_HOURS_LOST + ".");
        }
        return RailConduct.asInLife().withLost(Duration.ofHours(lost));
    }

    private static double share(String name, @Nullable Double given, double base) {
        double value = given == null ? base : given;
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ". Maybe a share between 0 and 1.");
        }
        return value;
    }
}
