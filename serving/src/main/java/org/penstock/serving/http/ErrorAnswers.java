package org.penstock.serving.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import jakarta.inject.Singleton;

/** Gives the errors that the server finds by itself the same shape as ours. */
@Singleton
@Primary
final class ErrorAnswers implements ErrorResponseProcessor<Answer> {

  @Override
  public MutableHttpResponse<Answer> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    return response
        .<Answer>body(answer(response.code(), context))
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static ErrorAnswer answer(int status, ErrorContext context) {
    String path = context.getRequest().getPath();
    String method = context.getRequest().getMethodName();
    return switch (status) {
      case 404 ->
          new ErrorAnswer("unknown-path", "There is nothing at %s; see /openapi".formatted(path));
      case 405 ->
          new ErrorAnswer(
              "method-not-allowed",
              "%s is not possible at %s; see /openapi".formatted(method, path));
      case 406 ->
          new ErrorAnswer(
              "not-acceptable", "%s does not answer in what is accepted".formatted(path));
      case 413 ->
          new ErrorAnswer(
              "request-too-large",
              "The request is too large: a body may have %d bytes".formatted(JsonBody.MAX_BYTES));
      case 415 ->
          new ErrorAnswer(
              "unsupported-media-type",
              "%s %s reads application/json only, and its Content-Type says %s"
                  .formatted(
                      method,
                      path,
                      context
                          .getRequest()
                          .getContentType()
                          .map(MediaType::getName)
                          .orElse("nothing")));
      case 400 -> new ErrorAnswer("bad-request", reason(context));
      default ->
          status < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
              ? new ErrorAnswer("refused", reason(context))
              : new ErrorAnswer("internal-error", "The service failed; its log says why");
    };
  }

  private static String reason(ErrorContext context) {
    if (context.getRootCause().orElse(null) instanceof UnsatisfiedBodyRouteException) {
      return "The body is empty, expected a list";
    }

    return context.getErrors().isEmpty()
        ? "The request cannot be read"
        : context.getErrors().getFirst().getMessage();
  }
}
