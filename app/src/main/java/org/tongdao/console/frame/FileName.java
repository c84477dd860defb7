package org.tongdao.console.frame;

/** Makes the name of an uploaded file safe to keep. */
public final class FileName {

    private static final int LONGEST = 100;

    private FileName() {}

    /** The last part of the name with letters, digits, dot, dash and underscore only; never a path, never hidden. */
    public static String safe(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "");
        String named = safe.isEmpty() ? "orders.csv" : safe;
        return named.substring(Math.max(0, named.length() - LONGEST));
    }
}
