package org.tongdao.api.epcis;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tongdao.api.http.ProblemException;
import org.tongdao.tracking.Cbv;
import org.tongdao.visibility.EventQuery;
import org.tongdao.visibility.EventQuery.Member;
import org.tongdao.visibility.EventQuery.Span;

/** The parameters of an EPCIS query. One that we do not know is refused: an answer that ignores it would be wrong. */
final class Question {

    /** Event types, and as what the log keeps them. */
    static final Map<String, String> TYPES = new TreeMap<>(Map.of(
            "ObjectEvent", "OBJECT",
            "AggregationEvent", "AGGREGATION",
            "AssociationEvent", "ASSOCIATION",
            "TransactionEvent", "TRANSACTION"));

    private static final Map<String, Member> MEMBERS = Map.of(
            "eventType", Member.TYPE,
            "EQ_action", Member.ACTION,
            "EQ_bizStep", Member.BIZ_STEP,
            "EQ_disposition", Member.DISPOSITION,
            "EQ_eventID", Member.EVENT_ID,
            "EQ_bizLocation", Member.BIZ_LOCATION,
            "EQ_readPoint", Member.READ_POINT);
    private static final Set<String> OTHERS = Set.of(
            "GE_eventTime",
            "LT_eventTime",
            "GE_recordTime",
            "LT_recordTime",
            "MATCH_epc",
            "MATCH_anyEPC",
            "perPage",
            "nextPageToken");
    private static final int MOST_VALUES = 100;

    private final Map<String, String[]> parameters;
    private final Predicate<String> isToken;

    Question(HttpServletRequest http, Predicate<String> isToken) {
        this.parameters = http.getParameterMap();
        this.isToken = isToken;
        parameters.forEach((name, values) -> {
            if (!MEMBERS.containsKey(name) && !OTHERS.contains(name)) {
                throw ProblemException.parameter(name, "it is not one of those in docs/guide/api.md.");
            }
            if (values.length > 1) {
                throw ProblemException.parameter(name, "give it once, several values with | between.");
            }
        });
    }

    /** The query; {@code anyEpcs} beside those of the parameters. */
    EventQuery query(List<String> anyEpcs) {
        Map<Member, List<String>> words = new EnumMap<>(Member.class);
        MEMBERS.forEach((name, member) -> {
            var values = list(name);
            if (!values.isEmpty()) {
                words.put(member, values.stream().map(v -> word(member, v)).toList());
            }
        });
        var any = new ArrayList<>(anyEpcs);
        any.addAll(list("MATCH_anyEPC"));
        if (!anyEpcs.isEmpty() && any.size() > anyEpcs.size()) {
            throw ProblemException.parameter("MATCH_anyEPC", "the path names the object already.");
        }
        var token = text("nextPageToken");
        if (token.isPresent() && !isToken.test(token.get())) {
            throw ProblemException.parameter("nextPageToken", "send it as the Link of the page before gave it.");
        }
        return new EventQuery(words, span("eventTime"), span("recordTime"), exact("MATCH_epc"), any, token, perPage());
    }

    private static String word(Member member, String value) {
        return switch (member) {
            case TYPE ->
                Optional.ofNullable(TYPES.get(value))
                        .orElseThrow(() -> ProblemException.parameter("eventType", "one of " + TYPES.keySet() + "."));
            case BIZ_STEP, DISPOSITION -> Cbv.word(value);
            default -> value;
        };
    }

    private List<String> exact(String name) {
        var values = list(name);
        if (values.stream().anyMatch(v -> v.contains("*"))) {
            throw ProblemException.parameter(name, "whole URIs only; patterns are not read.");
        }
        return values;
    }

    private Span span(String member) {
        return new Span(time("GE_" + member), time("LT_" + member));
    }

    private Optional<Instant> time(String name) {
        try {
            return text(name).map(t -> OffsetDateTime.parse(t).toInstant()).map(Question::sane);
        } catch (DateTimeException e) {
            throw ProblemException.parameter(name, "a time such as 2026-11-23T15:00:00+08:00.");
        }
    }

    private static Instant sane(Instant at) {
        var first = Instant.parse("0001-01-01T00:00:00Z");
        var last = Instant.parse("9999-12-31T00:00:00Z");
        if (at.isBefore(first) || at.isAfter(last)) {
            throw new DateTimeException("beyond what the log can hold: " + at);
        }
        return at;
    }

    private int perPage() {
        var wanted = text("perPage").orElse("30");
        return Partners.perPage(wanted.matches("\\d{1,9}") ? Integer.parseInt(wanted) : 0);
    }

    private List<String> list(String name) {
        var values = text(name).map(t -> List.of(t.split("\\|"))).orElse(List.of());
        if (values.size() > MOST_VALUES || values.stream().anyMatch(v -> v.indexOf('\0') >= 0)) {
            throw ProblemException.parameter(name, "at most " + MOST_VALUES + " values, without NUL.");
        }
        return values;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).stream()
                .flatMap(Arrays::stream)
                .findFirst()
                .filter(t -> !t.isEmpty());
    }
}
