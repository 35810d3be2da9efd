package org.roomnight.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.roomnight.http.HungUp;
import org.roomnight.http.Problem;
import org.roomnight.http.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside of any controller, such as in a filter. */
@RestController
final class ProblemErrorController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorController.class);

    private final Problems problems;

    ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code)) {
            problems.write(request, response, Refusals.NOT_FOUND);
            return;
        }
        Problem problem = ErrorProblems.ofStatus(code);
        if (problem.status() >= 500) {
            Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            if (failure instanceof Throwable thrown && HungUp.isCauseOf(thrown)) {
                LOG.debug("event=client-hung-up instance={}", problems.instance(request));
                return;
            }
            LOG.error(
                    "event=request-failed instance={} status={}",
                    problems.instance(request),
                    code,
                    failure instanceof Throwable thrown ? thrown : null);
            problem = problem.status() == 500 ? ErrorProblems.internal(problems.instance(request)) : problem;
        }
        problems.write(request, response, problem);
    }
}
