package org.roomnight.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roomnight.TestServer;
import org.roomnight.oauth.Clients;
import org.roomnight.oauth.NewClient;
import org.roomnight.oauth.Scope;

/**
 * A client is made from the description that the server serves, by a program that other people wrote (OpenAPI Generator); it
 * compiles, and with it the README's tour can be made. The build puts the generator below {@code target}.
 */
final class GeneratedClientTest {

    private static final Path GENERATOR = Path.of("target/generator/openapi-generator-cli.jar");
    private static final String OPTIONS =
            "useJackson3=true,useSpringBoot4=true,useJakartaEe=true,openApiNullable=false,"
                    + "useSingleRequestParameter=static,invokerPackage=client,apiPackage=client.api,modelPackage=client.model";
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void a_generated_client_makes_the_tour_of_the_readme() throws Exception {
        TestServer server = TestServer.sqlite();
        Files.write(
                folder.resolve("openapi.json"),
                server.send(server.request("/v3/api-docs")).body());

        generate();
        assertThat(compile()).isEmpty();

        NewClient client = server.bean(Clients.class).create(server.account().id(), "tour", Scope.all());
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.resolve("classes").toUri().toURL()},
                getClass().getClassLoader())) {
            classes.loadClass("tour.Tour")
                    .getMethod("run", String.class, String.class, String.class)
                    .invoke(
                            null,
                            server.uri("").toString(),
                            client.clientId(),
                            client.clientSecret().reveal());
        }
    }

    /** In a program of its own, so that its libraries are on no class path of ours. */
    private void generate() throws IOException, InterruptedException {
        assertThat(GENERATOR).as("mvn process-test-resources puts it there").exists();
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "--input-spec=" + folder.resolve("openapi.json"),
                        "--generator-name=java",
                        "--library=restclient",
                        "--output=" + folder.resolve("client"),
                        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                        "--additional-properties=" + OPTIONS)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        boolean ended = generator.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        generator.destroyForcibly();
        String said = Files.readString(folder.resolve("said"));
        assertThat(ended && generator.exitValue() == 0).as(said).isTrue();
        assertThat(said).doesNotContain("ERROR");
    }

    /** What the compiler says, which is nothing. */
    private String compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-Xlint:none",
                "-XDsuppressNotes",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString(),
                Path.of("src/test/resources/generated-client/Tour.java").toString()));
        try (Stream<Path> sources = Files.walk(folder.resolve("client/src/main/java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new java.io.ByteArrayOutputStream();
        int _ = compiler.run(null, said, said, arguments.toArray(String[]::new));
        return said.toString(UTF_8);
    }
}
