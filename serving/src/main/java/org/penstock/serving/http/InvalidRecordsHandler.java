package org.penstock.serving.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.penstock.serving.request.FieldProblem;

@Singleton
final class InvalidRecordsHandler
    implements ExceptionHandler<InvalidRecordsException, HttpResponse<Answer>> {

  /** A thousand broken records are broken alike. */
  private static final int SHOWN = 100;

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public HttpResponse<Answer> handle(HttpRequest request, InvalidRecordsException exception) {
    List<FieldProblem> problems = exception.problems();
    return HttpResponse.badRequest(
        new ErrorAnswer(
            "invalid-records",
            exception.getMessage(),
            Optional.of(problems.getFirst().field()),
            problems.stream().limit(SHOWN).toList()));
  }
}
