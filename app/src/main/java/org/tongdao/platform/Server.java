package org.tongdao.platform;

/**
 * A PostgreSQL that answers.
 *
 * @param url JDBC address with the owner's user
 * @param onClose what to do with it when the application ends
 */
record Server(String url, Runnable onClose) implements AutoCloseable {

    @Override
    public void close() {
        onClose.run();
    }
}
