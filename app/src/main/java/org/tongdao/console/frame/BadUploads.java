package org.tongdao.console.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** An upload that is none, breaks off or is too large is the sender's mistake, not ours. */
@ControllerAdvice
class BadUploads {

    @ExceptionHandler(MultipartException.class)
    void refuse(MultipartException problem, HttpServletResponse response) throws IOException {
        var status = problem instanceof MaxUploadSizeExceededException
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }
}
