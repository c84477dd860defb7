package org.tongdao.api.drop;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * What may be done in a box over SFTP: read everywhere, write and rename in {@code in} only, remove in {@code in}, {@code ack} and {@code err}; no folders,
 * no links; no more than fits the box. A file is written aside and gets its name when its handle is closed; one whose line breaks never gets it.
 */
final class SftpRules implements SftpFileSystemAccessor, SftpEventListener {

    static final List<String> FOLDERS = List.of("in", "ack", "err", "done");

    private static final Set<StandardOpenOption> WRITING =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND, StandardOpenOption.CREATE);

    private final long most;

    /** {@code most} bytes in a box. */
    SftpRules(long most) {
        this.most = most;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        if (!writes(options)) {
            return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
        }
        within(file, "in");
        var box = file.toAbsolutePath().normalize().getRoot();
        SftpRoom.check(box, most);
        var written = SftpFileSystemAccessor.super.openFile(subsystem, handle, aside(file), name, options);
        return new SftpRoom(written, box, most);
    }

    /** Only what the client itself closes is whole; when the line breaks this is not called. */
    @Override
    public void closed(ServerSession session, String id, Handle handle, @Nullable Throwable thrown) throws IOException {
        var file = handle.getFile();
        if (thrown != null || !(handle instanceof FileHandle written) || !writes(written.getOpenOptions())) {
            return;
        }
        if (written.getFileChannel() instanceof SftpRoom room && room.isFull()) {
            Files.deleteIfExists(aside(file));
        } else if (!aside(file).equals(file)) {
            Files.move(aside(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean writes(Set<? extends OpenOption> options) {
        return options.stream().anyMatch(WRITING::contains);
    }

    /** Where a file is written; a name that says itself that it is not whole is left as it is. */
    private static Path aside(Path file) {
        var name = file.getFileName().toString();
        return Box.isWhole(name) ? file.resolveSibling("." + name + ".part") : file;
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        within(from, "in");
        within(to, "in");
        SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
        within(path, "in", "ack", "err");
        SftpFileSystemAccessor.super.removeFile(subsystem, path, isDirectory);
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        throw new AccessDeniedException(from.toString());
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
        throw new AccessDeniedException(path.toString());
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic)
            throws IOException {
        throw new AccessDeniedException(link.toString());
    }

    /** A file directly in one of these folders of the box. */
    private static void within(Path path, String... folders) throws IOException {
        var parts = path.toAbsolutePath().normalize();
        if (parts.getNameCount() != 2
                || !List.of(folders).contains(parts.getName(0).toString())) {
            throw new AccessDeniedException(path.toString());
        }
    }
}
