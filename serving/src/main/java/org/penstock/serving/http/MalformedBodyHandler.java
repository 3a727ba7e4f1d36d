package org.penstock.serving.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

@Singleton
final class MalformedBodyHandler
    implements ExceptionHandler<MalformedBodyException, HttpResponse<Answer>> {

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public HttpResponse<Answer> handle(HttpRequest request, MalformedBodyException exception) {
    return HttpResponse.badRequest(new ErrorAnswer(exception.code(), exception.getMessage()));
  }
}
