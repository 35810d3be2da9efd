package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.Version;

/** The If-Match and If-None-Match of a request (RFC 9110 §13.1) over entity tags that are versions. */
final class Preconditions {

    /** An entity tag, weak or strong, or a bare version as the API's JSON shows it. */
    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t]*(W/)?(?:\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"|([0-9]{1,18}))[ \\t]*(?:,|$)");

    private final @Nullable String ifMatch;
    private final @Nullable String ifNoneMatch;

    private Preconditions(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        this.ifMatch = ifMatch;
        this.ifNoneMatch = ifNoneMatch;
    }

    static Preconditions of(HttpServletRequest request) {
        return new Preconditions(header(request, "If-Match"), header(request, "If-None-Match"));
    }

    private static @Nullable String header(HttpServletRequest request, String name) {
        List<String> lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? null : String.join(",", lines).strip();
    }

    static String tag(Version version) {
        return "\"" + version.value() + "\"";
    }

    /** Whether the request wants to create and must not change what is there. */
    boolean onlyIfNew() {
        return "*".equals(ifNoneMatch);
    }

    /** Whether a GET may answer 304; weak comparison (RFC 9110 §13.1.2). */
    boolean unchanged(Version stored) {
        return ifNoneMatch != null
                && (onlyIfNew() || named(ifNoneMatch, Comparison.WEAK).contains(tag(stored)));
    }

    /**
     * What the caller believes to be stored. Of several tags the one that is stored counts; {@code stored} is asked
     * only then.
     */
    ExpectedVersion expected(Supplier<Optional<Version>> stored) {
        if (ifMatch == null) {
            return new ExpectedVersion.Unsaid();
        }
        if (ifMatch.equals("*")) {
            return new ExpectedVersion.Any();
        }
        List<Version> said = named(ifMatch, Comparison.STRONG).stream()
                .flatMap(tag -> version(tag).stream())
                .toList();
        if (said.size() == 1) {
            return new ExpectedVersion.Exactly(said.getFirst());
        }
        return new ExpectedVersion.Exactly(
                stored.get().filter(said::contains).orElseThrow(() -> new Refusal(Refusals.VERSION_STALE)));
    }

    /** As {@link #expected}, but a caller that says nothing is asked to (428). */
    ExpectedVersion required(Supplier<Optional<Version>> stored) {
        if (ifMatch == null) {
            throw new Refusal(Refusals.VERSION_NEEDED);
        }
        return expected(stored);
    }

    private enum Comparison {
        STRONG,
        WEAK
    }

    private static List<String> named(String header, Comparison comparison) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.find()) {
            end = matcher.end();
            if (matcher.group(1) == null || comparison == Comparison.WEAK) {
                tags.add('"' + (matcher.group(2) == null ? matcher.group(3) : matcher.group(2)) + '"');
            }
        }
        if (end < header.length() || header.isEmpty()) {
            throw Refusals.badRequest(
                    "entity-tag-malformed",
                    "Malformed entity tag",
                    "If-Match and If-None-Match take * or entity tags such as \"3\", separated by commas.");
        }
        return tags;
    }

    private static Optional<Version> version(String tag) {
        String inner = tag.substring(1, tag.length() - 1);
        return inner.matches("[0-9]{1,18}") ? Optional.of(new Version(Long.parseLong(inner))) : Optional.empty();
    }
}
