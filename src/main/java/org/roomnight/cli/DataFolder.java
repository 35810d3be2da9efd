package org.roomnight.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.roomnight.kernel.StartRefusedException;
import org.roomnight.storage.PrivateRights;

/** The folder of everything that Roomnight keeps on this machine. */
final class DataFolder {

    private static final String CALENDARS = "calendars";

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
        makeCalendars(folder.resolve(CALENDARS));
    }

    /** The folder of rendered calendars, which show guests' names, so only the owner may look into it. */
    private static void makeCalendars(Path folder) {
        try {
            Files.createDirectories(folder);
            PrivateRights.narrow(folder);
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The folder of rendered calendars %s cannot be made or kept from others.".formatted(folder),
                    failure);
        }
        if (!Files.isWritable(folder)) {
            throw new StartRefusedException(
                    "The folder of rendered calendars %s cannot be written to.".formatted(folder));
        }
    }

    /** Calendars that a server was writing when it was killed. Only the one server of the folder calls it. */
    static void removeHalves(Path folder) {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder.resolve(CALENDARS), "*.new")) {
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // They only take room.
        }
    }
}
