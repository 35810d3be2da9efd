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
 * The right to be the only server on a SQLite file: a server answers polls from memory because nobody else writes.
 * Held by a lock on {@code FILE.lock}, which the operating system frees with the process, however it ends. PostgreSQL
 * is made to be shared, so there is nothing to hold.
 */
public final class InstanceLock implements AutoCloseable {

    private final @Nullable FileChannel channel;

    private InstanceLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Refuses with {@link StartRefusedException} where another server has the file. */
    public static InstanceLock acquire(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.SqliteFile sqlite -> lock(sqlite.file());
            case DatabaseAddress.Postgres _ -> new InstanceLock(null);
        };
    }

    private static InstanceLock lock(Path file) {
        Path lockFile = file.toAbsolutePath().resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(lockFile.getParent());
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartRefusedException(
                        "Another Roomnight server is running on the database file %s. Stop it first, or give this one its own ROOMNIGHT_DATA_DIR; several servers can share one PostgreSQL database."
                                .formatted(file));
            }
            return new InstanceLock(channel);
        } catch (IOException failure) {
            throw new StartRefusedException("The lock file %s cannot be locked.".formatted(lockFile), failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false; // another server of this same process
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
            // The lock is freed with the process at the latest.
        }
    }
}
