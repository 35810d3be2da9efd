package org.roomnight.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that only their owner may look into. Where the file system knows no such rights nothing is done. */
public final class PrivateRights {

    private static final Set<PosixFilePermission> OTHERS = Set.copyOf(PosixFilePermissions.fromString("---rwxrwx"));

    private static final Logger LOG = LoggerFactory.getLogger(PrivateRights.class);

    private PrivateRights() {}

    /** Takes from others what rights they have, and says so. What is not there is left alone. */
    public static void narrow(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null || !Files.exists(path)) {
            return;
        }
        Set<PosixFilePermission> found = view.readAttributes().permissions();
        Set<PosixFilePermission> owners = EnumSet.noneOf(PosixFilePermission.class);
        owners.addAll(found);
        if (owners.removeAll(OTHERS)) {
            view.setPermissions(owners);
            LOG.warn("event=rights-narrowed path={} before={}", path, PosixFilePermissions.toString(found));
        }
    }

    /** Makes a file, where it is missing, that nobody else may read from its first moment on. */
    static void makeFile(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException _) {
            narrow(file);
        }
    }
}
