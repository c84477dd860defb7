package org.tongdao.loading;

/** The best blocks for a space, best first. */
final class PackChoice {

    final int[] blocks;
    private final double[] scores;
    int count;

    PackChoice(int width) {
        blocks = new int[width];
        scores = new double[width];
    }

    void clear() {
        count = 0;
    }

    double least() {
        return count < blocks.length ? -1 : scores[count - 1];
    }

    void offer(int block, double score) {
        if (score <= least()) {
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
    }
}
