package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongdao.console.access.People;
import org.tongdao.dispatch.Author;
import org.tongdao.dispatch.Change;
import org.tongdao.dispatch.Dispatch;
import org.tongdao.journey.Beats;
import org.tongdao.platform.FreshTenant;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorldClock;
import org.tongdao.training.Training;
import org.tongdao.yard.YardResource;

/** A new colleague practises on the same screens, on a clock of his own, and nothing of it touches the company. */
@OnConsole
class TrainingIT {

    @LocalServerPort
    int port;

    @Autowired
    FreshTenant tenants;

    @Autowired
    People people;

    @Autowired
    Beats beats;

    @Autowired
    Training training;

    @Autowired
    Dispatch dispatch;

    @Autowired
    WorldClock clock;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    private int company;
    private String name = "";
    private Visitor visitor = new Visitor(0);
    private int ground;

    @BeforeEach
    void aNewColleague() {
        company = tenants.create();
    }

    @AfterEach
    void release() {
        clock.release();
        tenants.asOwner(
                "WITH gone AS (DELETE FROM work_lease WHERE holder = 'beats' RETURNING 1) SELECT count(*) FROM gone");
    }

    @Test
    void aBrokerLearnsWhatToDoWhenAWholeMessageIsRefused() {
        begins("refused", "BROKER");
        assertThat(visitor.get("/training/now?lang=en").body())
                .contains("A file of 24 orders was taken in", "Every parcel is declared");
        declareTheBatch();
        until(() -> queue() == 24);
        String cause = firstCause();
        until(() -> visitor.get("/training/now?lang=en").body().contains("we take messages again"));

        visitor.post("/declarations", "/declarations/again/all", cause(cause));
        until(() -> reached().equals("100 / 100"));
        assertThat(visitor.get("/orders?lang=en").body()).contains("Training: A whole message is refused 100 / 100");

        visitor.post("/training/now", "/training/end", Map.of());
        assertThat(visitor.get("/training?lang=en").body()).contains("100 / 100");
        assertThat(visitor.get("/batches").body()).doesNotContain("/batches/1\"");
        assertThat(count("parcel", company))
                .as("nothing of it is the company's")
                .isZero();
        assertThat(tenants.asOwner("SELECT count(*) FROM tenant WHERE closed_at IS NOT NULL AND id = " + ground))
                .isOne();
        nothingOfItIsLeftAfterThirtyDaysButTheScore();
    }

    private void nothingOfItIsLeftAfterThirtyDaysButTheScore() {
        assertThatThrownBy(() -> Tenancy.run(ground, () -> empty()))
                .as("not before")
                .rootCause()
                .hasMessageContaining("no lesson that ended thirty days ago");
        assertThatThrownBy(() -> Tenancy.run(company, () -> empty()))
                .as("never the company")
                .isNotNull();
        tenants.asOwner(
                "UPDATE tenant SET closed_at = closed_at - interval '31 days' WHERE id = " + ground + " RETURNING id");
        beats.beat(company);
        assertThat(tenants.asOwner("SELECT count(*) FROM tenant WHERE emptied_at IS NOT NULL AND id = " + ground))
                .isOne();
        assertThat(tenants.asOwner("""
                        SELECT sum((xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s WHERE tenant_id = """ + ground + """
                        ', c.oid::regclass), false, true, '')))[1]::text::bigint)
                        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace""")).isZero();
        assertThat(visitor.get("/training?lang=en").body()).contains("100 / 100");
        assertThat(tenants.asOwner(
                        "SELECT count(*) FROM work_failure WHERE job = 'lessons' AND tenant_id = " + company))
                .isZero();
    }

    private void empty() {
        transaction.executeWithoutResult(
                t -> jdbc.sql("SELECT empty_ground()").query(Long.class).single());
    }

    @Test
    void parcelsThatCustomsWantsToSeeGetAReservation() {
        begins("inspection", "OPERATOR");
        declareTheBatch();
        until(() -> number("SELECT count(*) FROM broker_queue WHERE cause = 'INSPECTION' AND tenant_id = ") == 3);
        visitor.post(
                "/declarations/inspections",
                "/declarations/inspections/slots",
                Map.of("place", "Yard 1", "starts", "2026-11-02T14:00", "hours", "4", "capacity", "5"));
        long slot = number("SELECT max(id) FROM inspection_slot WHERE tenant_id = ");
        for (String parcel : numbers("TEST-INSPECT")) {
            visitor.post(
                    "/declarations/inspections",
                    "/declarations/inspections/bookings",
                    Map.of("slot", "" + slot, "parcel", parcel));
        }
        until(() -> reached().equals("100 / 100"));
    }

    @Test
    void aDispatcherTellsTheBoardThatTheTrainComesLate() {
        begins("late", "DISPATCHER");
        String train = find("/training/now?lang=en", "train (\\S+) to Dostyk lost five hours on the way");
        saves(begun -> new Change.Late(train, begun.plus(Duration.ofHours(8))));
        assertThat(reached()).as("the plan is not answered yet").isEqualTo("60 / 100");
        saves(begun -> new Change.Confirm());
        assertThat(reached()).isEqualTo("100 / 100");
    }

    @Test
    void aDispatcherClosesTheCraneThatBrokeForAsLongAsWasTold() {
        begins("crane", "DISPATCHER");
        saves(begun -> new Change.Close(YardResource.CRANE, 1, begun, begun.plus(Duration.ofHours(2))));
        assertThat(reached()).as("too short").isEqualTo("0 / 100");
        saves(begun -> new Change.Close(
                YardResource.CRANE, 1, begun.plus(Duration.ofMinutes(1)), begun.plus(Duration.ofHours(8))));
        assertThat(reached()).isEqualTo("60 / 100");
        saves(begun -> new Change.Confirm());
        assertThat(reached()).isEqualTo("100 / 100");
    }

    /** What the dispatcher saves on the board of Dostyk, to which the lesson's train goes. */
    private void saves(Function<Instant, Change> change) {
        Tenancy.run(ground, () -> {
            var begun = Objects.requireNonNull(training.standing().orElseThrow().begunAt())
                    .truncatedTo(ChronoUnit.MINUTES);
            var trial = dispatch.save(
                    dispatch.findStation("dostyk").orElseThrow(),
                    change.apply(begun),
                    OptionalInt.empty(),
                    new Author(name, "told by phone", begun.plus(Duration.ofMinutes(1))));
            assertThat(trial.isAllowed()).as(trial.findings().toString()).isTrue();
        });
        beats.beat(ground);
    }

    @Test
    void whoPractisesKeepsOutOfTheAdministrationAndStartsNoSecondLesson() {
        begins("signature", "ADMIN");
        assertThat(location(visitor.get("/admin"))).endsWith("/training/now");
        visitor.post("/training", "/training/inspection/start", Map.of());
        assertThat(count("training_attempt", company)).isOne();
        String number = numbers("TEST-OK").get(0);
        assertThat(new Visitor(port).get("/track/" + number).statusCode())
                .as("no parcel of the world")
                .isEqualTo(404);
        visitor.post("/training/now", "/training/end", Map.of());
        assertThat(visitor.get("/admin").statusCode()).isEqualTo(200);
    }

    private void begins(String lesson, String role) {
        name = people.person(company, lesson + company, role);
        visitor = new Visitor(port);
        visitor.signIn(name, People.PASSWORD);
        assertThat(location(visitor.post("/training", "/training/" + lesson + "/start", Map.of())))
                .endsWith("/training/now");
        ground = Tenancy.as(company, () -> training.ground(name)).orElseThrow();
        for (int i = 0;
                i < 200
                        && number("SELECT count(*) FROM training_world WHERE begun_at IS NOT NULL AND tenant_id = ")
                                == 0;
                i++) {
            beats.beat(ground);
        }
        visitor.post("/training/now", "/training/hurry", Map.of("seconds", "0"));
        beats.beat(ground);
    }

    private void declareTheBatch() {
        String batch = find("/batches", "href=\"/batches/(\\d+)\"");
        visitor.post("/batches/" + batch, "/batches/" + batch + "/declare", Map.of());
        beats.beat(ground);
    }

    /** Goes from event to event until it is so. */
    private void until(BooleanSupplier reached) {
        for (int i = 0; i < 40 && !reached.getAsBoolean(); i++) {
            visitor.post("/training/now", "/training/next", Map.of());
            beats.beat(ground);
        }
        assertThat(reached.getAsBoolean()).as(words("/training/now?lang=en")).isTrue();
    }

    /** What stands on a page, for who reads why a test failed. */
    private String words(String page) {
        String body = visitor.get(page).body();
        return body.substring(body.indexOf("<main")).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private long queue() {
        return number("SELECT count(DISTINCT subject) FROM broker_queue WHERE tenant_id = ");
    }

    private String firstCause() {
        return find("/declarations", "href=\"/declarations\\?outcome=([^\"]+)\"");
    }

    private static Map<String, String> cause(String query) {
        var parts = query.replace("&amp;", "&").split("&code=");
        return Map.of("outcome", parts[0], "code", parts.length > 1 ? parts[1] : "");
    }

    private String reached() {
        return find("/training/now?lang=en", "<b>(\\d+ / \\d+)</b>");
    }

    private String find(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(visitor.get(page).body());
        return found.find() ? found.group(1) : "";
    }

    private List<String> numbers(String word) {
        String page = visitor.get("/orders?lang=en").body();
        return Pattern.compile("L-" + word + "-\\d+.*?(L[A-Z]\\d{9}CN)", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    private long number(String sql) {
        return tenants.asOwner(sql + ground);
    }

    private long count(String table, int tenant) {
        return tenants.asOwner("SELECT count(*) FROM " + table + " WHERE tenant_id = " + tenant);
    }
}
