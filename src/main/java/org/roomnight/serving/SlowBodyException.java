package org.roomnight.serving;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;

/** The body of a request came too slowly: 408, and the connection is closed (RFC 9110 §15.5.9). */
final class SlowBodyException extends EofException implements HttpException {

    private static final long serialVersionUID = 1L;

    SlowBodyException() {
        super("the body came too slowly");
    }

    @Override
    public int getCode() {
        return HttpStatus.REQUEST_TIMEOUT_408;
    }

    @Override
    public String getReason() {
        return HttpStatus.getMessage(HttpStatus.REQUEST_TIMEOUT_408);
    }
}
