package org.roomnight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
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

    /** From the lowest to the highest, as the table in the document calls them. */
    private static final List<String> LEVELS =
            List.of("syntax", "machinery", "domain", "projection", "door", "operation");

    /** Doors that others may ask, and who: the document says why. */
    private static final Map<String, Set<String>> ASKED_BY =
            Map.of("oauth", Set.of("rest", "cli"), "serving", Set.of("operations"));

    /** What a package of the syntax level is built over besides the JDK. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of("ical", Set.of("org.dmfs.."));

    /** The tables of clients and tokens are oauth's own. */
    private static final Set<String> DOORS_WITH_TABLES = Set.of("oauth");

    /** Files of one package. */
    private static final long MOST_FILES = 60;

    /** The clock bean; and the commands, which run without Spring and make their own. */
    private static final Set<String> CLOCKS = Set.of("RoomnightConfiguration", "Desk");

    /** Rows say when they were written, which only the wall clock tells after a start; and the demo's clock is set. */
    private static final Set<String> DATED =
            Set.of("IdempotencyRows", "BulkChanges", "Tombstones", "RoomnightConfiguration");

    /** A difference to what the wall clock shows, or that clock in the place of a monotonic one. */
    private static final Pattern WALL_AGE =
            Pattern.compile("\\b(?:millis|instant|toEpochMilli)\\(\\)\\s*(?:- |\\* ?1_|\\.minus)"
                    + "| - [\\w.()]*(?:millis|toEpochMilli)\\(\\)"
                    + "|Duration\\.between\\([^;]*(?:instant\\(\\)|\\bnow\\b)"
                    + "|(?:NANOS|ofMillis|MILLIS)[^;]*\\.millis\\(\\)");

    private static final Pattern TICKER_OF_WALL = Pattern.compile("\\.ticker\\((?!\\w+::nanos\\))");

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
        rowsInTheDocument().forEach(row -> table.put(name(row), words(row.get(3))));
        return table;
    }

    /** The level of each package, as the document has it. */
    private static Map<String, String> levels() {
        Map<String, String> levels = new TreeMap<>();
        rowsInTheDocument().forEach(row -> levels.put(name(row), row.getFirst()));
        return levels;
    }

    private static List<String> packagesOf(String... levels) {
        Set<String> wanted = Set.of(levels);
        return levels().entrySet().stream()
                .filter(one -> wanted.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<List<String>> rowsInTheDocument() {
        return Documents.rows(Documents.section(Path.of("ARCHITECTURE.md"), "## Packages"));
    }

    private static String name(List<String> row) {
        return words(row.get(1)).iterator().next();
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

    /** Modules are the packages directly below the base; those inside of one are parts of it, and as null-marked. */
    @Test
    void every_package_is_a_module_or_inside_of_one_and_null_marked() {
        Set<String> withCode = CODE.stream().map(JavaClass::getPackageName).collect(toSet());
        assertThat(packages()
                        .filter(one -> one.isAnnotationPresent(NullMarked.class))
                        .map(Package::getName))
                .containsExactlyInAnyOrderElementsOf(withCode);
        assertThat(declared().keySet())
                .containsExactlyInAnyOrderElementsOf(withCode.stream()
                        .filter(one -> !one.equals(BASE))
                        .map(one -> one.substring(BASE.length() + 1).split("\\.")[0])
                        .collect(toSet()));
    }

    /** The outermost package of a module uses the parts inside, never the other way round, and no two parts each other. */
    @Test
    void parts_of_a_module_form_no_cycle() {
        slices().matching(BASE + ".(*).(*)..").should().beFreeOfCycles().check(CODE);
        for (String module : declared().keySet()) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + module + ".*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(BASE + "." + module)
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void packages_of_the_largest_door_can_be_looked_through() throws IOException {
        Path door = MAIN.resolve("caldav");
        Map<Path, Long> files = sources(door).stream().collect(groupingBy(Path::getParent, counting()));
        assertThat(files).allSatisfy((_, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
        assertThat(files.get(door)).isLessThan(MOST_FILES / 2);
    }

    @Test
    void a_package_uses_nothing_of_a_higher_level() {
        Map<String, String> levels = levels();
        assertThat(LEVELS).containsAll(levels.values());
        Set<String> upward = new TreeSet<>();
        tableInTheDocument()
                .forEach((user, used) -> used.stream()
                        .filter(one -> LEVELS.indexOf(levels.get(one)) > LEVELS.indexOf(levels.get(user)))
                        .forEach(one -> upward.add(user + " uses " + one)));
        assertThat(upward).isEmpty();
    }

    @Test
    void nothing_depends_on_a_door() {
        for (String door : packagesOf("door", "operation")) {
            Set<String> users = new TreeSet<>(Set.of(BASE, BASE + "." + door + ".."));
            ASKED_BY.getOrDefault(door, Set.of()).forEach(user -> users.add(BASE + "." + user + ".."));
            noClasses()
                    .that()
                    .resideOutsideOfPackages(users.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(BASE + "." + door + "..")
                    .check(CODE);
        }
    }

    @Test
    void the_syntax_level_knows_only_the_jdk() {
        List<String> syntax = packagesOf("syntax");
        assertThat(syntax).contains("kernel").containsAll(LIBRARIES.keySet());
        syntax.forEach(ArchitectureTest::onlyTheJdk);
    }

    private static void onlyTheJdk(String module) {
        String own = BASE + "." + module + "..";
        List<String> known = new ArrayList<>(List.of(own, "java..", "javax.xml..", "org.jspecify.annotations"));
        tableInTheDocument().getOrDefault(module, Set.of()).forEach(other -> known.add(BASE + "." + other + ".."));
        known.addAll(LIBRARIES.getOrDefault(module, Set.of()));
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

    @Test
    void every_age_is_by_the_monotonic_clock_but_of_what_outlasts_a_start() throws IOException {
        Set<String> others = new TreeSet<>();
        for (Path file : sources(MAIN)) {
            String text = Documents.text(file);
            boolean dated = DATED.contains(file.getFileName().toString().replace(".java", ""));
            if (TICKER_OF_WALL.matcher(text).find()
                    || (!dated && WALL_AGE.matcher(text).find())) {
                others.add(file.toString());
            }
        }
        assertThat(others).isEmpty();
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

    /** Nor does what may not use the storage. */
    @Test
    void doors_write_no_sql() {
        Set<String> without = new TreeSet<>(packagesOf("syntax", "door", "operation"));
        tableInTheDocument().forEach((module, used) -> {
            if (!used.contains("storage") && !module.equals("storage")) {
                without.add(module);
            }
        });
        without.removeAll(DOORS_WITH_TABLES);
        noClasses()
                .that()
                .resideInAnyPackage(
                        without.stream().map(door -> BASE + "." + door + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CODE);
    }

    /** Not of the storage itself, nor of the news, which tell by a statement; the door oauth has not come to it yet. */
    @Test
    void statements_stand_in_classes_that_are_called_rows() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Rows")
                .and()
                .resideOutsideOfPackages(BASE + ".storage..", BASE + ".cluster..", BASE + ".oauth..")
                .should()
                .callMethod(JdbcClient.class, "sql", String.class)
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
