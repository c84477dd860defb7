package org.tongdao.api.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Every failure of the API becomes a problem; nothing of the program is told. */
@RestControllerAdvice("org.tongdao.api")
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Problem> told(ProblemException e) {
        return answer(e.problem());
    }

    @ExceptionHandler({JacksonException.class, org.springframework.http.converter.HttpMessageNotReadableException.class
    })
    ResponseEntity<Problem> notJson(Exception e) {
        return answer(Problem.of(400, "not-json", "The body is not the JSON that is expected here."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException e) {
        return e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                ? answer(ProblemException.notFound().problem())
                : answer(Problem.of(400, "parameter", "The parameter " + e.getName() + " cannot be read."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(ServletRequestBindingException e) {
        return answer(Problem.of(400, "parameter", "A parameter or header is missing."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeException e) {
        return answer(Problem.of(415, "media-type", "Send application/json."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception e) {
        LOG.error("a request of the API failed", e);
        return answer(Problem.of(500, "failed", "This did not work; nothing was changed. Send it again."));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.TYPE))
                .body(problem);
    }
}
