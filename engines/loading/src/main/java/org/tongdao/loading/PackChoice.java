package org.tongdao.loading;

/** The best blocks for a space, best first. */
final class PackChoice {

    final int[] blocks;
    private final double[] scores;
    int count;
    /** What a score must be above; below zero while there is room. */
    double least = -1;

    PackChoice(int width) {
        blocks = new int[width];
        scores = new double[width];
    }

    void clear() {
        count = 0;
        least = -1;
    }

    void offer(int block, double score) {
        if (score <= least) {
            return;
        }
        int i = count < blocks.length ? count++ : count - 1;
        while (i > 0 && scores[i - 1] < score) {
            scores[i] = scores[i - 1];
            blocks[i] = blocks[i - 1];
            i--;
        }
        scores[i] = score;
        blocks[i] = block;
        if (count == blocks.length) {
            least = scores[count - 1];
        }
    }
}
