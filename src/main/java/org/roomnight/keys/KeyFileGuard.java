package org.roomnight.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.Set;
import org.roomnight.kernel.StartRefusedException;

/** Refuses a key file that somebody else could read or put another in the place of. */
final class KeyFileGuard {

    private static final Set<PosixFilePermission> OF_THE_OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private static final Set<PosixFilePermission> WRITE_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final String ROOT = "root";

    private final Path path;
    private final UserPrincipal serviceUser;

    KeyFileGuard(Path path, UserPrincipal serviceUser) {
        this.path = path;
        this.serviceUser = serviceUser;
    }

    Path folder() {
        Path folder = path.getParent();
        if (folder == null) {
            throw new StartRefusedException(
                    "ROOMNIGHT_KEY_FILE is %s, which is a folder. It accepts the path of a file.".formatted(path));
        }
        return folder;
    }

    /** The folder itself may be reached by a symbolic link. */
    void refuseUnsafeFolder() {
        Path folder = folder();
        PosixFileAttributes found = attributes(folder);
        if (!Collections.disjoint(found.permissions(), WRITE_BY_OTHERS)) {
            throw new StartRefusedException(
                    "Others may write to the folder %s of the key file (ROOMNIGHT_KEY_FILE), so they could put another file in its place. Run: chmod go-w %s"
                            .formatted(folder, folder));
        }
        if (!found.owner().equals(serviceUser) && !found.owner().getName().equals(ROOT)) {
            throw new StartRefusedException(
                    "The folder %s of the key file (ROOMNIGHT_KEY_FILE) belongs to %s, but Roomnight runs as %s. Run: chown %s %s"
                            .formatted(folder, found.owner().getName(), user(), user(), folder));
        }
    }

    void refuseUnsafeFile() {
        PosixFileAttributes found = attributes(path, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw new StartRefusedException(
                    "The key file %s (ROOMNIGHT_KEY_FILE) is not a regular file. Give the path of the file itself, with mode 0600 (chmod 600)."
                            .formatted(path));
        }
        if (!found.owner().equals(serviceUser)) {
            throw new StartRefusedException(
                    "The key file %s (ROOMNIGHT_KEY_FILE) belongs to %s, but Roomnight runs as %s. Run: chown %s %s && chmod 600 %s"
                            .formatted(path, found.owner().getName(), user(), user(), path, path));
        }
        if (!OF_THE_OWNER.containsAll(found.permissions())) {
            throw new StartRefusedException(
                    "Others than its owner may use the key file %s (ROOMNIGHT_KEY_FILE). Run: chmod 600 %s"
                            .formatted(path, path));
        }
    }

    private String user() {
        return serviceUser.getName();
    }

    private static PosixFileAttributes attributes(Path of, LinkOption... links) {
        try {
            return Files.readAttributes(of, PosixFileAttributes.class, links);
        } catch (IOException | UnsupportedOperationException failure) {
            throw new StartRefusedException(
                    "Who may read %s (ROOMNIGHT_KEY_FILE) cannot be found out: %s".formatted(of, failure.getMessage()),
                    failure);
        }
    }
}
