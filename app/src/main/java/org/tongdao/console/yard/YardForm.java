package org.tongdao.console.yard;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.dispatch.Change;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;

/** Reads what a form says; times are local ones of the station. */
record YardForm(Map<String, String> fields, ZoneId zone) {

    Change change() {
        try {
            return switch (text("kind")) {
                case "MOVE" -> new Change.Move(text("train"), stage(), number("unit"), time("from"));
                case "UNPIN" -> new Change.Unpin(text("train"), stage());
                case "REORDER" ->
                    new Change.Reorder(Arrays.stream(text("order").split(" "))
                            .map(YardPriority::valueOf)
                            .toList());
                case "LATE" -> new Change.Late(text("train"), time("from"));
                case "CLOSE" ->
                    new Change.Close(
                            YardResource.valueOf(text("resource")), number("unit"), time("from"), time("until"));
                case "INSPECT" -> new Change.Inspect(text("train"));
                case "IMPROVE" -> new Change.Improve();
                case "CONFIRM" -> new Change.Confirm();
                case "UNDO" -> new Change.Undo();
                default -> throw bad();
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw bad();
        }
    }

    YardStage stage() {
        try {
            return YardStage.valueOf(text("stage"));
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    Instant time(String field) {
        try {
            return LocalDateTime.parse(text(field)).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw bad();
        }
    }

    /** The version of the plan that the form was filled in against, when it says so. */
    OptionalInt seen() {
        try {
            return text("version").isEmpty() ? OptionalInt.empty() : OptionalInt.of(number("version"));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    private int number(String field) {
        return Integer.parseInt(text(field));
    }

    private static ResponseStatusException bad() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
