package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roomnight.http.EntityTags;
import org.roomnight.http.EntityTags.Strength;
import org.roomnight.inventory.ExpectedVersion;
import org.roomnight.kernel.Version;

/** The If-Match and If-None-Match of a request (RFC 9110 §13.1) over entity tags that are versions. */
final class Preconditions {

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
        return EntityTags.quoted(Long.toString(version.value()));
    }

    /** Whether the request wants to create and must not change what is there. */
    boolean onlyIfNew() {
        return "*".equals(ifNoneMatch);
    }

    /** Whether a GET may answer 304; weak comparison (RFC 9110 §13.1.2). */
    boolean unchanged(Version stored) {
        return ifNoneMatch != null && named(ifNoneMatch).has(Long.toString(stored.value()));
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
        List<Version> said = named(ifMatch).tags().stream()
                .filter(tag -> tag.strength() == Strength.STRONG)
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

    private static EntityTags named(String header) {
        EntityTags tags = EntityTags.parse(header);
        if (!tags.wellFormed()) {
            throw Refusals.badRequest(
                    "entity-tag-malformed",
                    "Malformed entity tag",
                    "If-Match and If-None-Match take * or entity tags such as \"3\", separated by commas.");
        }
        return tags;
    }

    private static Optional<Version> version(EntityTags.Tag tag) {
        return tag.opaque().matches("[0-9]{1,18}")
                ? Optional.of(new Version(Long.parseLong(tag.opaque())))
                : Optional.empty();
    }
}
