package org.tongdao.terms;

/** How far two spellings are apart. */
public final class Spelling {

    private Spelling() {}

    /** How many letters one puts in, takes away, changes or swaps with the next to make one text of the other (Levenshtein, with swaps after Damerau). */
    public static int distance(String a, String b) {
        var far = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                far[i][j] = i == 0 || j == 0 ? i + j : step(a, b, far, i, j);
            }
        }
        return far[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] far, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(far[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(far[i - 1][j], far[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, far[i - 2][j - 2] + 1) : least;
    }
}
