package org.tongdao.training;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One lesson of data/lessons; docs/formats/lesson.md.
 *
 * @param roles who practises it
 * @param minutes how long it takes, about
 * @param hurry seconds of its world per second
 * @param seeks whether it begins shortly before the first train comes to a border station
 * @param orders how many orders lie ready
 * @param words test numbers in order numbers and how many orders get each, docs/formats/emulator.md
 * @param declares whether the orders are declared already
 * @param railHoursLost hours that every train loses on its way
 * @param trouble what goes wrong at customs
 * @param notes what is told
 * @param goals what is asked for
 */
record Lesson(
        String code,
        Set<String> roles,
        int minutes,
        int hurry,
        boolean seeks,
        int orders,
        Map<String, Integer> words,
        boolean declares,
        int railHoursLost,
        List<Trouble> trouble,
        List<Note> notes,
        List<Asked> goals) {

    /** Something is wrong at customs from {@code after} the beginning on; {@code kind} as in a scenario file. */
    record Trouble(String kind, Duration after, Duration lasts) {}

    /** What is told {@code after} the beginning; the text is {@code training.note.<text>} of the term base. */
    record Note(String text, Duration after) {}

    /** A goal to be reached {@code within} this time. */
    record Asked(Goal goal, Duration within, int points) {}

    Lesson {
        roles = Set.copyOf(roles);
        words = words == null ? Map.of() : Map.copyOf(words);
        trouble = listed(trouble);
        notes = listed(notes);
        goals = listed(goals);
    }

    private static <T> List<T> listed(@Nullable List<T> all) {
        return all == null ? List.of() : List.copyOf(all);
    }

    int most() {
        return goals.stream().mapToInt(Asked::points).sum();
    }
}
