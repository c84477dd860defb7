package org.tongdao;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.tongdao.platform.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao backup}: everything of an installation in one file, also while it works. */
@Command(
        name = "backup",
        description = "write database, keys and wire folders of an installation into one file, also while it works",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Parameters(paramLabel = "FILE", description = "zip to write; it holds personal data and keys: keep it safe")
    private Path file = Path.of("tongdao-backup.zip");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try (var context = installation.open(WebApplicationType.NONE)) {
            Files.deleteIfExists(half);
            Files.createFile(half, Owners.only(half));
            try (var out = new BufferedOutputStream(Files.newOutputStream(half))) {
                var wrote = context.getBean(Backup.class).write(out);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: %d tables, %d rows, %d files%n",
                                file, wrote.tables(), wrote.rows(), wrote.files());
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return 0;
    }

    /** A file that only its owner reads, where the file system knows owners. */
    private static final class Owners {

        static java.nio.file.attribute.FileAttribute<?>[] only(Path file) throws IOException {
            Path folder = java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
            return Files.getFileStore(folder).supportsFileAttributeView("posix")
                    ? new java.nio.file.attribute.FileAttribute<?>[] {
                        java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                                java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"))
                    }
                    : new java.nio.file.attribute.FileAttribute<?>[0];
        }
    }
}
