package org.roomnight.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.roomnight.kernel.StartRefusedException;

/** The user that this process runs as: what it makes belongs to them. */
final class ServiceUser {

    private static final Path THIS_PROCESS = Path.of("/proc/self/status");

    private ServiceUser() {}

    static UserPrincipal current() {
        try {
            if (Files.exists(THIS_PROCESS)) {
                return Files.getOwner(THIS_PROCESS);
            }
            Path probe = Files.createTempFile("roomnight", ".user");
            UserPrincipal owner = Files.getOwner(probe);
            Files.delete(probe);
            return owner;
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "Roomnight cannot find out as which user it runs, so it cannot check ROOMNIGHT_KEY_FILE.", failure);
        }
    }
}
