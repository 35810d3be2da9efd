package org.roomnight.transcripts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roomnight.RawHttp;
import org.roomnight.transcripts.Stage.Scene;
import org.roomnight.transcripts.Transcript.Deed;
import org.roomnight.transcripts.Transcript.Exchange;
import org.roomnight.transcripts.Transcript.Header;
import org.roomnight.transcripts.Transcript.Request;

/** Plays a transcript in a house. */
final class Player {

    /** An exchange that went otherwise than written. */
    record Deviation(Exchange exchange, RawHttp.Answer answer, List<String> problems) {
        Deviation {
            problems = List.copyOf(problems);
        }
    }

    private final Transcript transcript;
    private final Scene scene;
    private final Variables variables;
    private final Texts texts;

    Player(Transcript transcript, Scene scene) {
        this.transcript = transcript;
        this.scene = scene;
        this.variables = scene.variables();
        this.texts = new Texts(transcript.file().resolveSibling("."));
    }

    /** Everything that went wrong, with the place in the file. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Transcript.Step step : transcript.steps()) {
            play(step)
                    .ifPresent(deviation -> deviation
                            .problems()
                            .forEach(problem -> problems.add("%s:%d: %s: %s"
                                    .formatted(transcript.file(), step.line(), said(deviation.exchange()), problem))));
        }
        return problems;
    }

    private static String said(Exchange exchange) {
        return exchange.request().method() + " " + exchange.request().target();
    }

    Optional<Deviation> play(Transcript.Step step) {
        return switch (step) {
            case Deed deed -> {
                scene.act(deed);
                yield Optional.empty();
            }
            case Exchange exchange -> play(exchange);
        };
    }

    private Optional<Deviation> play(Exchange exchange) {
        RawHttp.Answer answer = send(exchange.request());
        List<String> problems = exchange.expected() == null
                ? List.of("the file does not say what is answered; it was %d".formatted(answer.status()))
                : new Comparison(texts, variables).problems(exchange.expected(), answer);
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Deviation(exchange, answer, problems));
    }

    Variables variables() {
        return variables;
    }

    Texts texts() {
        return texts;
    }

    private RawHttp.Answer send(Request request) {
        try (RawHttp connection = new RawHttp(scene.stage().server())) {
            byte[] body = texts.toSend(request.body(), header(request, "Content-Type"), variables);
            StringBuilder head = new StringBuilder(
                    "%s %s HTTP/1.1\r\n".formatted(request.method(), variables.fill(request.target())));
            if (header(request, "Host").isEmpty()) {
                head.append(variables.fill("Host: {{host}}:{{port}}\r\n"));
            }
            request.headers()
                    .forEach(header ->
                            head.append("%s: %s\r\n".formatted(header.name(), variables.fill(header.value()))));
            head.append("Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(body.length));
            return connection
                    .send(head.toString().getBytes(UTF_8))
                    .send(new String(body, ISO_8859_1))
                    .read();
        }
    }

    private static String header(Request request, String name) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
