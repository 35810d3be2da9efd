package org.roomnight.serving;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.roomnight.http.SlowBodyException;

/** {@link SlowBodyException}, so that the web server answers 408 too where no door does. */
final class TooSlow extends SlowBodyException implements HttpException {

    private static final long serialVersionUID = 1L;

    @Override
    public int getCode() {
        return HttpStatus.REQUEST_TIMEOUT_408;
    }

    @Override
    public String getReason() {
        return HttpStatus.getMessage(HttpStatus.REQUEST_TIMEOUT_408);
    }
}
