package org.roomnight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final String BASE = "org.roomnight";
    private static final Path MAIN = Path.of("src/main/java/org/roomnight");

    /** Without what Spring wrote about the beans when the program was packaged before. */
    private static final ImportOption WRITTEN_BY_HAND =
            location -> new ImportOption.DoNotIncludeTests().includes(location) && !location.contains("__");

    private static final ApplicationModules MODULES = ApplicationModules.of(BASE, WRITTEN_BY_HAND);
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(WRITTEN_BY_HAND).importPackages(BASE);

    /** The clock bean; and the commands, which run without Spring and make their own. */
    private static final Set<String> CLOCKS = Set.of("RoomnightConfiguration", "Desk");

    private static final Pattern IMPORT = Pattern.compile("import (?:static )?org\\.roomnight\\.([a-z]+)\\.");
    private static final Pattern STATEMENT = Pattern.compile("\\.sql\\(\\s*([^)]*)\\)");

    @Test
    void modules_use_only_what_they_declare_and_there_are_no_cycles() {
        MODULES.verify();
    }

    @Test
    void the_table_in_the_document_is_what_the_packages_declare() {
        assertThat(tableInTheDocument()).isEqualTo(declared());
    }

    /** A dependency that is allowed but no longer used is removed from both. Imports tell; constants leave no other trace. */
    @Test
    void what_is_declared_is_used() throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        for (String module : declared().keySet()) {
            Set<String> targets = new TreeSet<>();
            for (Path file : sources(MAIN.resolve(module))) {
                IMPORT.matcher(Documents.text(file)).results().forEach(found -> targets.add(found.group(1)));
            }
            targets.remove(module);
            used.put(module, targets);
        }
        assertThat(used).isEqualTo(declared());
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Map<String, Set<String>> tableInTheDocument() {
        Map<String, Set<String>> table = new TreeMap<>();
        String section = Documents.section(Path.of("ARCHITECTURE.md"), "## Packages");
        for (List<String> row : Documents.rows(section)) {
            table.put(words(row.get(1)).iterator().next(), words(row.get(3)));
        }
        return table;
    }

    private static Set<String> words(String cell) {
        return Pattern.compile("`([a-z]+)`")
                .matcher(cell)
                .results()
                .map(word -> word.group(1))
                .collect(toSet());
    }

    private static Map<String, Set<String>> declared() {
        return new TreeMap<>(packages()
                .filter(module -> module.isAnnotationPresent(ApplicationModule.class))
                .collect(toMap(
                        module -> module.getName().substring(BASE.length() + 1),
                        module -> Set.of(
                                module.getAnnotation(ApplicationModule.class).allowedDependencies()))));
    }

    /** Loads package-info so that the annotations of a package can be read. */
    private static Stream<Package> packages() {
        return CODE.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(type -> type.reflect().getPackage());
    }

    @Test
    void every_package_is_a_module_and_null_marked() {
        Set<String> withCode = CODE.stream().map(JavaClass::getPackageName).collect(toSet());
        assertThat(packages()
                        .filter(one -> one.isAnnotationPresent(NullMarked.class))
                        .map(Package::getName))
                .containsExactlyInAnyOrderElementsOf(withCode);
        assertThat(declared().keySet().stream().map(module -> BASE + "." + module))
                .containsExactlyInAnyOrderElementsOf(
                        withCode.stream().filter(one -> !one.equals(BASE)).toList());
    }

    @Test
    void nothing_depends_on_a_door() {
        for (String door : List.of("feed", "rest", "web", "cli", "operations")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(BASE, BASE + "." + door)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(BASE + "." + door)
                    .check(CODE);
        }
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE, BASE + ".serving", BASE + ".operations")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".serving")
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE, BASE + ".oauth", BASE + ".rest", BASE + ".cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".oauth")
                .check(CODE);
    }

    @Test
    void the_syntax_level_knows_only_the_jdk() {
        onlyTheJdkAnd("kernel");
        onlyTheJdkAnd("ical", "org.dmfs..");
    }

    private static void onlyTheJdkAnd(String module, String... more) {
        String own = BASE + "." + module;
        List<String> known = new ArrayList<>(List.of(own, "java..", "org.jspecify.annotations"));
        known.addAll(Arrays.asList(more));
        classes()
                .that()
                .resideInAPackage(own)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known.toArray(String[]::new))
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net.http..", "java.nio.file..")
                .check(CODE);
    }

    @Test
    void time_comes_from_the_one_clock() {
        noClasses().should().callMethod(ZoneId.class, "systemDefault").check(CODE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CODE);
        noClasses().should().callMethod(Instant.class, "now").check(CODE);
        for (Class<?> type : List.of(LocalDate.class, LocalDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(CODE);
            noClasses().should().callMethod(type, "now", ZoneId.class).check(CODE);
        }
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CODE);
        noClasses()
                .that(DescribedPredicate.describe("are not " + CLOCKS, type -> !CLOCKS.contains(type.getSimpleName())))
                .should()
                .callMethod(InstantSource.class, "system")
                .check(CODE);
    }

    /** Names are looked up, and addresses fetched, in one place only; there is none yet. */
    @Test
    void nothing_looks_up_names_behind_our_back() {
        noClasses().should().dependOnClassesThat().areAssignableTo(URL.class).check(CODE);
        noClasses()
                .should()
                .callMethod(InetAddress.class, "getByName", String.class)
                .check(CODE);
        noClasses()
                .should()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .check(CODE);
    }

    @Test
    void doors_write_no_sql() {
        noClasses()
                .that()
                .resideInAnyPackage(Stream.of("feed", "rest", "serving", "web", "cli")
                        .map(door -> BASE + "." + door)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CODE);
    }

    /** Statements are constants, literals, or a parameter called sql that is given one: never put together at run time. */
    @Test
    void statements_are_constants() throws IOException {
        Set<String> others = new TreeSet<>();
        for (Path file : sources(MAIN)) {
            Matcher statement = STATEMENT.matcher(Documents.text(file));
            while (statement.find()) {
                String text = statement.group(1);
                if (!text.matches("[A-Z][A-Z_]*|sql|\"[^\"+]*\"")) {
                    others.add("%s: %s".formatted(file, text));
                }
            }
        }
        assertThat(others).isEmpty();
    }
}
