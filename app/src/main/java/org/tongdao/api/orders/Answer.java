package org.tongdao.api.orders;

/**
 * What a caller is told, word for word.
 *
 * @param repeated it was told before
 */
record Answer(int status, String body, boolean repeated) {

    boolean isProblem() {
        return status >= 400;
    }

    Answer again() {
        return new Answer(status, body, true);
    }
}
