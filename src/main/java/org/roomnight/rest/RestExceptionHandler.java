package org.roomnight.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import org.roomnight.http.Challenges;
import org.roomnight.http.HungUp;
import org.roomnight.http.Problem;
import org.roomnight.http.Problems;
import org.roomnight.http.RetryAfter;
import org.roomnight.kernel.AdmissionEndedException;
import org.roomnight.kernel.ProblemCategory;
import org.roomnight.kernel.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever ends a call early into a problem. */
@RestControllerAdvice
final class RestExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RestExceptionHandler.class);

    private final Problems problems;

    RestExceptionHandler(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, refusal.problem(), refusal.headers());
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, Refusals.NOT_FOUND);
    }

    @ExceptionHandler
    void method(
            HttpRequestMethodNotSupportedException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TreeSet<String> allowed = new TreeSet<>();
        if (failure.getSupportedMethods() != null) {
            allowed.addAll(java.util.List.of(failure.getSupportedMethods()));
        }
        problems.methodNotAllowed(request, response, String.join(", ", allowed));
    }

    @ExceptionHandler
    void notAcceptable(
            HttpMediaTypeNotAcceptableException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(request, response, Refusals.NOT_ACCEPTABLE);
    }

    /** The token was good when the request began; what it was to do has not been done. */
    @ExceptionHandler
    void ended(AdmissionEndedException ended, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(request, response, Refusals.TOKEN_ENDED, Challenges.INVALID_TOKEN);
    }

    @ExceptionHandler
    void unavailable(StorageUnavailableException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn(
                "event=request-unavailable instance={} outcomeUnknown={} cause=\"{}\"",
                problems.instance(request),
                failure.outcomeUnknown(),
                failure.getMessage());
        Problem problem = failure.outcomeUnknown()
                ? Problem.of(
                        ProblemCategory.UNAVAILABLE,
                        "outcome-unknown",
                        "Outcome unknown",
                        "The database did not say whether the change was kept, so the outcome is unknown: retry"
                                + " with the same key, a change with the same If-Match; 412 then says that it was"
                                + " kept.")
                : Problem.UNAVAILABLE;
        problems.write(request, response, problem, RetryAfter.SOON.header());
    }

    /** What Spring refuses by itself keeps its status; all else is a fault of ours, told by nothing but its instance. */
    @ExceptionHandler
    void other(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StorageUnavailableException> unavailable = StorageUnavailableException.in(failure);
        if (unavailable.isPresent()) {
            unavailable(unavailable.get(), request, response);
        } else if (failure instanceof ErrorResponse refusal
                && refusal.getStatusCode().is4xxClientError()) {
            problems.write(
                    request,
                    response,
                    ErrorProblems.ofStatus(refusal.getStatusCode().value()));
        } else if (HungUp.isCauseOf(failure)) {
            LOG.debug("event=client-hung-up instance={}", problems.instance(request));
        } else {
            LOG.error("event=request-failed instance={}", problems.instance(request), failure);
            problems.write(request, response, ErrorProblems.internal(problems.instance(request)));
        }
    }
}
