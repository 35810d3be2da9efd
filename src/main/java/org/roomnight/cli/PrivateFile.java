package org.roomnight.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.roomnight.kernel.StartRefusedException;

/** Writes files that only their owner can read; another program sees the whole file or none. */
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        Path scratch = target.resolveSibling(
                ".%s.%d".formatted(target.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(scratch);
            try (FileChannel channel = FileChannel.open(
                    scratch,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(StandardCharsets.UTF_8.encode(text));
                channel.force(true);
            }
            Files.move(scratch, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StartRefusedException("The file %s cannot be written.".formatted(file), failure);
        }
    }
}
