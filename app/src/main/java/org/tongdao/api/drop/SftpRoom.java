package org.tongdao.api.drop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that is written into a box with a limit: the box is measured when the file is opened and again after every {@value #STEP} bytes, so that several
 * writers at once pass the limit by no more than that each.
 */
final class SftpRoom implements SeekableByteChannel {

    private static final int STEP = 4 << 20;

    private final SeekableByteChannel file;
    private final Path box;
    private final long most;
    private long sinceMeasured;
    private boolean full;

    /** {@code most} bytes for everything in the box. */
    SftpRoom(SeekableByteChannel file, Path box, long most) {
        this.file = file;
        this.box = box;
        this.most = most;
    }

    /** Refuses when the box holds its limit already. */
    static void check(Path box, long most) throws IOException {
        long used = used(box);
        if (used >= most) {
            throw new FileSystemException(
                    box.toString(),
                    null,
                    "The box holds " + used + " bytes of " + most
                            + ". Remove what you have read from ack and err, or ask the operator to put done away.");
        }
    }

    private static long used(Path box) throws IOException {
        long used = 0;
        for (String folder : SftpRules.FOLDERS) {
            try (var files = Files.newDirectoryStream(box.resolve(folder))) {
                for (Path file : files) {
                    used += size(file);
                }
            }
        }
        return used;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException taken) {
            return 0;
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        sinceMeasured += bytes.remaining();
        if (sinceMeasured >= STEP) {
            full = true;
            check(box, most);
            full = false;
            sinceMeasured = 0;
        }
        return file.write(bytes);
    }

    /** Whether something could not be written, so that the file is not whole. */
    boolean isFull() {
        return full;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return file.read(bytes);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
        file.position(to);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
