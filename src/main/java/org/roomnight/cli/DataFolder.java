package org.roomnight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.roomnight.kernel.StartRefusedException;

/** The folder of everything that Roomnight keeps on this machine. */
final class DataFolder {

    private DataFolder() {}

    /** Where the XDG Base Directory Specification 0.8 wants data of a user. */
    static Path standard() {
        String xdg = System.getenv("XDG_DATA_HOME");
        Path base = xdg != null && xdg.startsWith("/")
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return base.resolve("roomnight");
    }

    /** Makes the folder, where it is missing, so that only its owner can look into it. */
    static void make(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The data folder %s cannot be made. Set ROOMNIGHT_DATA_DIR to a folder that Roomnight may write to."
                            .formatted(folder),
                    failure);
        }
        if (!Files.isWritable(folder)) {
            throw new StartRefusedException(
                    "The data folder %s cannot be written to. Set ROOMNIGHT_DATA_DIR to another one."
                            .formatted(folder));
        }
    }
}
