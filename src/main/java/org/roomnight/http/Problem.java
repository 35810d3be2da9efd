package org.roomnight.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roomnight.kernel.ProblemCategory;
import org.roomnight.kernel.ShownText;

/**
 * A refusal as a caller reads it (RFC 9457): {@code type} is {@code urn:roomnight:problem:} and the slug, the status is
 * the category's, and the instance is added when it is written.
 *
 * @param slug lower-case words joined by hyphens; stable, for programs
 * @param title the same for all problems of one slug
 * @param detail a sentence about this one
 * @param errors what is wrong with which member of the body; left out when empty
 * @param members extension members in the order in which they are written
 */
public record Problem(
        ProblemCategory category,
        String slug,
        String title,
        String detail,
        List<FieldError> errors,
        Map<String, Object> members) {

    /** Goes together with an Allow header: {@link Problems#methodNotAllowed}. */
    public static final Problem METHOD_NOT_ALLOWED = of(
            ProblemCategory.METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "Method not allowed",
            "The Allow header names the methods of this address.");

    /** Goes together with {@link RetryAfter}. */
    public static final Problem UNAVAILABLE = of(
            ProblemCategory.UNAVAILABLE,
            "dependency-unreachable",
            "Cannot answer now",
            "Something this server depends on cannot be reached. Try again soon.");

    private static final String TYPE_PREFIX = "urn:roomnight:problem:";

    public Problem {
        errors = List.copyOf(errors);
        members = new LinkedHashMap<>(members);
    }

    public static Problem of(ProblemCategory category, String slug, String title, String detail) {
        return new Problem(category, slug, title, detail, List.of(), Map.of());
    }

    public Problem withErrors(List<FieldError> found) {
        return new Problem(category, slug, title, detail, found, members);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(category, slug, title, detail, errors, more);
    }

    public String type() {
        return TYPE_PREFIX + slug;
    }

    public int status() {
        return category.status();
    }

    /** The members in the order in which they are written; those of RFC 9457 cannot be replaced by an extension. */
    Map<String, Object> json(String instance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type());
        json.put("title", title);
        json.put("status", status());
        json.put("detail", ShownText.line(detail));
        json.put("instance", instance);
        if (!errors.isEmpty()) {
            json.put("errors", errors);
        }
        members.forEach(json::putIfAbsent);
        return json;
    }
}
