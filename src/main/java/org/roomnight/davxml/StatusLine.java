package org.roomnight.davxml;

/** The content of DAV:status (RFC 4918 §14.28). */
final class StatusLine {

    private StatusLine() {}

    static String of(int status) {
        return "HTTP/1.1 " + status + " " + reason(status);
    }

    /** RFC 9110 §15, RFC 4918 §11; other numbers go without a phrase, which is a part that nobody reads. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 423 -> "Locked";
            case 424 -> "Failed Dependency";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 507 -> "Insufficient Storage";
            default -> "";
        };
    }
}
