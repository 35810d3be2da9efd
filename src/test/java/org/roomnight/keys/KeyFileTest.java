package org.roomnight.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roomnight.Seeds;
import org.roomnight.kernel.StartRefusedException;

final class KeyFileTest {

    private static final Map<Integer, String> NOTHING_USED = Map.of();

    @TempDir
    private Path temporary;

    private final SecureRandom random = new SecureRandom();
    private final UserPrincipal user = ServiceUser.current();
    private Path folder = Path.of("set before each test");
    private Path path = folder;

    @BeforeEach
    void place() {
        folder = temporary.resolve("keys");
        path = folder.resolve("roomnight.keys");
    }

    private KeyRing open() {
        return open(NOTHING_USED);
    }

    private KeyRing open(Map<Integer, String> used) {
        return new KeyFile(path, user).open(used, random);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(this::open)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ROOMNIGHT_KEY_FILE")
                .hasMessageContaining(folder.toString());
    }

    private static void mode(Path of, String permissions) throws IOException {
        Files.setPosixFilePermissions(of, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void the_first_start_makes_a_file_that_only_its_owner_can_read_and_the_second_reads_it() throws IOException {
        KeyRing made = open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(path));
        assertThat(open().newest().fingerprint()).isEqualTo(made.newest().fingerprint());
    }

    @Test
    void what_a_power_cut_left_of_an_earlier_first_start_is_in_nobodys_way() throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(path.resolveSibling("roomnight.keys.new"), "half a f");
        assertThat(open().newest().number()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx", "rw---x---"})
    void a_file_that_others_may_use_is_refused_with_the_command_to_run(String permissions) throws IOException {
        open();
        mode(path, permissions);
        assertRefused().hasMessageContaining("chmod 600 " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
    void a_folder_that_others_may_write_to_is_refused_before_and_after_the_first_start(String permissions)
            throws IOException {
        open();
        mode(folder, permissions);
        assertRefused().hasMessageContaining("chmod go-w " + folder);
        Files.delete(path);
        assertRefused().hasMessageContaining("chmod go-w " + folder);
        assertThat(path).doesNotExist();
    }

    @Test
    void a_symbolic_link_and_a_folder_are_no_key_files() throws IOException {
        open();
        Path moved = path.resolveSibling("elsewhere");
        Files.move(path, moved);
        Files.createSymbolicLink(path, moved);
        assertRefused().hasMessageContaining("regular file");
        Files.delete(path);
        Files.createDirectory(path);
        assertRefused().hasMessageContaining("regular file");
    }

    @Test
    void a_file_of_another_user_is_refused() throws IOException {
        open();
        UserPrincipal other =
                temporary.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        assertThatThrownBy(() -> new KeyFile(path, other).open(NOTHING_USED, random))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ROOMNIGHT_KEY_FILE")
                .hasMessageContaining("chown nobody");
        assumeTrue(user.getName().equals("root"), "only root can give a file away");
        Files.setOwner(path, other);
        assertRefused().hasMessageContaining("chown root").hasMessageContaining("chmod 600 " + path);
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() throws IOException {
        open();
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertRefused().hasMessageContaining("damaged");
        }
    }

    @Test
    void a_file_with_one_changed_bit_or_something_behind_it_is_refused() throws IOException {
        open();
        byte[] whole = Files.readAllBytes(path);
        Random where = Seeds.random();
        for (int i = 0; i < 500; i++) {
            byte[] changed = whole.clone();
            changed[where.nextInt(whole.length)] ^= (byte) (1 << where.nextInt(8));
            Files.write(path, changed);
            assertRefused().hasMessageContaining("damaged");
        }
        Files.write(path, Arrays.copyOf(whole, whole.length + 1));
        assertRefused().hasMessageContaining("damaged");
        Files.write(path, Arrays.copyOf(whole, 10 * KeyFile.MAX_OCTETS));
        assertRefused().hasMessageContaining("damaged");
    }

    @Test
    void all_versions_are_kept_and_the_newest_encrypts() {
        KeyRing both = open().withNewVersion(random);
        new KeyFile(path, user).write(both);
        KeyRing read = open();
        assertThat(read.newest().number()).isEqualTo(2);
        assertThat(read.newestFirst())
                .extracting(KeyVersion::fingerprint)
                .containsExactlyElementsOf(
                        both.newestFirst().stream().map(KeyVersion::fingerprint).toList());
    }

    @Test
    void no_new_keys_are_made_when_the_database_is_encrypted_already() {
        assertThatThrownBy(() -> open(Map.of(3, "f")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ROOMNIGHT_KEY_FILE")
                .hasMessageContaining("key version 3");
        assertThat(path).doesNotExist();
    }

    @Test
    void a_file_that_lacks_a_version_of_the_database_or_has_another_key_for_it_is_refused() {
        Map<Integer, String> used = Map.of(1, open().newest().fingerprint());
        assertThat(open(used).newest().number()).isOne();
        assertThatThrownBy(() -> open(Map.of(2, "f"))).hasMessageContaining("lacks key version 2");
        assertThatThrownBy(() -> open(Map.of(1, "f"))).hasMessageContaining("another key under version 1");
    }

    @Test
    void keys_do_not_show_themselves() throws IOException {
        KeyRing ring = open();
        String text = Files.readString(path);
        for (String word : text.lines()
                .filter(line -> line.startsWith("key"))
                .findFirst()
                .orElseThrow()
                .split(" ")) {
            if (word.length() > 10) {
                assertThat(ring + " " + ring.newest()).doesNotContain(word);
            }
        }
    }
}
