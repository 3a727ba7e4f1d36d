package org.penstock.serving.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

@Singleton
final class InvalidForecastHandler
    implements ExceptionHandler<InvalidForecastException, HttpResponse<Answer>> {

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public HttpResponse<Answer> handle(HttpRequest request, InvalidForecastException exception) {
    return HttpResponse.<Answer>status(HttpStatus.valueOf(exception.status()))
        .body(exception.answer());
  }
}
