package org.penstock.serving.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

@Singleton
final class InvalidIdHandler implements ExceptionHandler<InvalidIdException, HttpResponse<Answer>> {

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public HttpResponse<Answer> handle(HttpRequest request, InvalidIdException exception) {
    return HttpResponse.badRequest(new ErrorAnswer("invalid-id", exception.getMessage(), "id"));
  }
}
