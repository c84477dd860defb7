package org.tongdao.declaration;

/**
 * A page of the broker's queue.
 *
 * @param cause only this cause, or empty for all
 * @param batchId only this batch, or 0 for all
 * @param afterSubject the last subject of the page before, or empty
 * @param afterDocument the last document type of the page before, or empty
 * @param limit most items
 */
public record QueueFilter(String cause, long batchId, String afterSubject, String afterDocument, int limit) {

    public static QueueFilter first(int limit) {
        return new QueueFilter("", 0, "", "", limit);
    }

    public QueueFilter of(String onlyCause) {
        return new QueueFilter(onlyCause, batchId, afterSubject, afterDocument, limit);
    }

    /** The page that follows one whose last item is this. */
    public QueueFilter after(QueueItem last) {
        return new QueueFilter(cause, batchId, last.subject(), last.document(), limit);
    }
}
