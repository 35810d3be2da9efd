package org.roomnight;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every case of the list of bad inputs is tested, or there is a reason why not. */
final class BadInputIdsTest {

    private static final Pattern NAME = Pattern.compile("([rfhxc])_?(\\d{2})_.*", Pattern.CASE_INSENSITIVE);

    private final Set<String> ids = lines("/bad-input-ids.txt").collect(Collectors.toCollection(TreeSet::new));
    private final Set<String> excused = lines("/bad-inputs-not-here.txt")
            .map(line -> line.replaceFirst(":.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    private final Set<String> tested = tested();

    private static Stream<String> lines(String resource) {
        try (InputStream in = BadInputIdsTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(Predicate.not(String::isBlank)).filter(line -> !line.startsWith("#"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> tested() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("org.roomnight").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> isRun(method))
                        .map(JavaMethod::getName)
                        .flatMap(name -> NAME.matcher(name).results())
                        .map(BadInputIdsTest::id)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRun(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }

    private static String id(MatchResult name) {
        return name.group(1).toUpperCase(Locale.ROOT) + "-" + name.group(2);
    }

    @Test
    void every_case_has_a_test_or_a_reason() {
        Set<String> missing = new TreeSet<>(ids);
        missing.removeAll(tested);
        missing.removeAll(excused);
        assertThat(missing).isEmpty();
        assertThat(ids).hasSize(139);
    }

    @Test
    void a_reason_stands_only_for_a_case_without_a_test() {
        assertThat(ids).containsAll(excused);
        Set<String> both = new TreeSet<>(excused);
        both.retainAll(tested);
        assertThat(both).isEmpty();
    }

    @Test
    void every_reason_says_something() {
        List<String> empty = lines("/bad-inputs-not-here.txt")
                .filter(line -> !line.matches("[RFHXC]-\\d\\d: .{10,}"))
                .toList();
        assertThat(empty).isEmpty();
    }
}
