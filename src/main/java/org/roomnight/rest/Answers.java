package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.Supplier;
import org.roomnight.kernel.Version;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers about one record: its version is the entity tag. */
final class Answers {

    private Answers() {}

    /** 304 when the caller has this version already; the body is made only when it is needed. */
    static <T> ResponseEntity<T> read(HttpServletRequest request, Version version, Supplier<T> body) {
        String tag = Preconditions.tag(version);
        return Preconditions.of(request).unchanged(version)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(body.get());
    }

    static <T> ResponseEntity<T> changed(Version version, T body) {
        return ResponseEntity.ok().eTag(Preconditions.tag(version)).body(body);
    }

    /** {@code path} is one of this server; {@link PublicLocations} makes it one for clients. */
    static <T> ResponseEntity<T> created(String path, Version version, T body) {
        return ResponseEntity.created(URI.create(path))
                .eTag(Preconditions.tag(version))
                .body(body);
    }
}
