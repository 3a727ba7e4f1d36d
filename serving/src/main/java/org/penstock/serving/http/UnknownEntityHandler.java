package org.penstock.serving.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

@Singleton
final class UnknownEntityHandler
    implements ExceptionHandler<UnknownEntityException, HttpResponse<Answer>> {

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public HttpResponse<Answer> handle(HttpRequest request, UnknownEntityException exception) {
    return HttpResponse.notFound(new ErrorAnswer("unknown-id", exception.getMessage(), "id"));
  }
}
