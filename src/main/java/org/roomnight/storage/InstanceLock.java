package org.roomnight.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;

/**
 * The right to be the one server of an SQLite file. What a server keeps in memory is true only while nobody else
 * writes; the operating system gives the lock back however the process ends. PostgreSQL needs none.
 */
public final class InstanceLock implements AutoCloseable {

    private final @Nullable FileChannel channel;

    private InstanceLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or refuses with {@link StartRefusedException} when another server has it. */
    public static InstanceLock acquire(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.SqliteFile sqlite -> acquire(sqlite.file());
            case DatabaseAddress.Postgres _ -> new InstanceLock(null);
        };
    }

    private static InstanceLock acquire(Path file) {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(lockFile.toAbsolutePath().getParent());
            PrivateRights.makeFile(lockFile);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                channel.close();
                throw new StartRefusedException(
                        "Another Roomnight already serves the database file %s. Stop it first, or give this one another ROOMNIGHT_DATA_DIR."
                                .formatted(file));
            }
            return new InstanceLock(channel);
        } catch (IOException failure) {
            throw new StartRefusedException("The lock file %s cannot be taken.".formatted(lockFile), failure);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false; // another server in this very process
        }
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException _) {
            // The operating system gives it back when the process ends.
        }
    }
}
