package org.penstock.serving.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletionStage;
import org.penstock.serving.forecast.Forecasts;
import org.penstock.serving.production.Production;
import org.penstock.serving.production.ServedModel;

/**
 * What comes after the end of the data. A request is asked by its query, or by a JSON body, which
 * some clients send with a GET.
 */
@Controller("/v1/forecast")
final class ForecastController {

  private final Production production;
  private final Forecasts forecasts;

  ForecastController(Production production, Forecasts forecasts) {
    this.production = production;
    this.forecasts = forecasts;
  }

  /**
   * Micronaut binds no body of a GET, which HTTP allows and gives no meaning; so it is read here.
   */
  @Get
  CompletionStage<Answer> forecast(HttpRequest<?> request) {
    return ((ServerHttpRequest<?>) request)
        .byteBody()
        .buffer()
        .thenApply(body -> {
          try (body) {
            return answer(request, body.toByteArray());
          }
        });
  }

  private Answer answer(HttpRequest<?> request, byte[] body) {
    ServedModel served = production.current();
    if (!forecasts.exist(served.model())) {
      throw new InvalidForecastException(
          404, "no-forecast", "%s has no forecast".formatted(served.model().project()), "");
    }

    ForecastFields fields =
        body.length == 0
            ? ForecastFields.ofQuery(request.getParameters().asMap())
            : ForecastFields.ofBody(body, request.getParameters().names());
    return switch (fields.read()) {
      case ForecastRequest.Ahead(var time) ->
          new ForecastAnswer(served, forecasts.ahead(served.model(), time));
      case ForecastRequest.Usual(var place) ->
          new ForecastAnswer(served, forecasts.at(served.model(), place));
    };
  }
}
