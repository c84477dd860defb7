package org.tongdao.intake.reading;

/**
 * How far an archive is trusted (decision on zip bombs): everything is counted while it is inflated, declared sizes are ignored.
 *
 * @param entries most files in the archive
 * @param ratio most bytes out of one byte in, once {@code ratioFrom} bytes have come out
 * @param total most bytes of all files together
 * @param sharedStrings most bytes of the one part of a sheet that is held in memory
 * @param rows most rows of a sheet
 */
record ZipLimits(int entries, int ratio, long ratioFrom, long total, long sharedStrings, long rows) {

    static final ZipLimits DEFAULT = new ZipLimits(200, 100, 100_000, 512L << 20, 128L << 20, 1_048_576);
}
