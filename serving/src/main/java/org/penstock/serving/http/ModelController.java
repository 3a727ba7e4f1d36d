package org.penstock.serving.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.penstock.serving.production.Production;

/** What a person should know of the model that is served. */
@Controller("/v1/model")
final class ModelController {

  private final Production production;

  ModelController(Production production) {
    this.production = production;
  }

  @Get
  Answer model() {
    return new ServedModelCard(production.current());
  }
}
