package org.tongdao.customs;

import java.util.List;

/** The words of one tariff line, compared with what somebody types letter by letter, in any of its languages. */
record TypedWords(List<String> tokens) {

    /** No word of the line begins like one that was typed. */
    static final int NOT_HERE = Integer.MAX_VALUE;

    private static final int STEM = 4;
    private static final int ENDING = 2;

    static TypedWords of(List<String> words) {
        return new TypedWords(Words.of(String.join(" ", words)).tokens());
    }

    /** How far the line is from the words: 0 has them whole, each beginning costs 1, each other ending 2. */
    int distance(List<String> wanted) {
        if (wanted.isEmpty()) {
            return NOT_HERE;
        }
        int sum = 0;
        for (var word : wanted) {
            int one = distance(word);
            if (one == NOT_HERE) {
                return NOT_HERE;
            }
            sum += one;
        }
        return sum;
    }

    private int distance(String word) {
        if (tokens.contains(word)) {
            return 0;
        }
        if (word.codePoints().anyMatch(Character::isIdeographic)) {
            return tokens.stream().anyMatch(t -> t.contains(word)) ? 1 : NOT_HERE;
        }
        if (beginsAny(word)) {
            return 1;
        }
        String stem = word.length() > STEM ? word.substring(0, Math.max(STEM, word.length() - ENDING)) : word;
        return !stem.equals(word) && beginsAny(stem) ? 2 : NOT_HERE;
    }

    private boolean beginsAny(String start) {
        return tokens.stream().anyMatch(t -> t.startsWith(start));
    }
}
