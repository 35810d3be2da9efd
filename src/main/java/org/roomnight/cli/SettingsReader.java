package org.roomnight.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.StartRefusedException;

/** Reads the settings: a file first, and over it the environment. An unknown name is refused, not passed over. */
final class SettingsReader {

    static final String FILE_NAME = "roomnight.properties";
    static final String FILE_VARIABLE = "ROOMNIGHT_CONFIG";

    private static final String PREFIX = "ROOMNIGHT_";

    /** What {@code ./roomnight} and the build read themselves. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of(
            FILE_VARIABLE,
            "ROOMNIGHT_JAVA_HOME",
            "ROOMNIGHT_JAVA_OPTS",
            "ROOMNIGHT_JDK_PLACES",
            "ROOMNIGHT_NO_BUILD",
            "ROOMNIGHT_CLIENTS");

    private final Map<String, String> environment;

    SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Reads the file that was named, else the one in the data folder where there is one. */
    Settings read(@Nullable Path named) {
        Map<Setting, String> over = fromEnvironment();
        EnumMap<Setting, String> given = new EnumMap<>(Setting.class);
        given.putAll(fromFile(named, new Settings(over)));
        given.putAll(over);
        return new Settings(given);
    }

    private Map<Setting, String> fromEnvironment() {
        EnumMap<Setting, String> given = new EnumMap<>(Setting.class);
        environment.forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !OF_THE_LAUNCHER.contains(variable) && !value.isBlank()) {
                given.put(Setting.ofVariable(variable).orElseThrow(() -> unknownVariable(variable)), value);
            }
        });
        return given;
    }

    private static StartRefusedException unknownVariable(String variable) {
        List<String> names = Stream.concat(
                        Arrays.stream(Setting.values()).map(Setting::variable), OF_THE_LAUNCHER.stream())
                .sorted()
                .toList();
        return new StartRefusedException(
                "The environment variable %s is no setting of Roomnight.%s".formatted(variable, hint(variable, names)));
    }

    private static String hint(String given, Collection<String> names) {
        return Nearest.to(given, names)
                .map(" Did you mean %s?"::formatted)
                .orElse(" 'roomnight help settings' lists them all.");
    }

    private Map<Setting, String> fromFile(@Nullable Path named, Settings fromEnvironment) {
        String variable = environment.get(FILE_VARIABLE);
        if (named != null) {
            return read(named, "--config");
        }
        if (variable != null && !variable.isBlank()) {
            return read(Path.of(variable.strip()), FILE_VARIABLE);
        }
        Path standard = fromEnvironment.dataDir().resolve(FILE_NAME);
        return Files.exists(standard) ? read(standard, standard.toString()) : Map.of();
    }

    private static Map<Setting, String> read(Path file, String namedBy) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException failure) {
            throw new StartRefusedException(
                    "%s accepts a readable settings file of lines such as port=8080 in UTF-8, but %s is none."
                            .formatted(namedBy, file),
                    failure);
        }
        EnumMap<Setting, String> given = new EnumMap<>(Setting.class);
        for (String key : lines.stringPropertyNames()) {
            given.put(Setting.ofKey(key).orElseThrow(() -> unknownKey(file, key)), lines.getProperty(key));
        }
        return given;
    }

    private static StartRefusedException unknownKey(Path file, String key) {
        List<String> keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
        return new StartRefusedException(
                "%s in %s is no setting of Roomnight.%s".formatted(key, file, hint(key, keys)));
    }
}
