package org.penstock.serving.http;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import org.penstock.serving.production.Production;
import org.penstock.serving.production.ServedModel;

/** The latest features of entities. */
@Controller("/v1/features")
final class FeaturesController {

  private final Production production;
  private final ServingMetrics metrics;

  FeaturesController(Production production, ServingMetrics metrics) {
    this.production = production;
    this.metrics = metrics;
  }

  @Get("/{id}")
  Answer features(String id) {
    ServedModel served = production.current();
    return new EntityFeatures(served, id, metrics.lookUp(id, served.features()));
  }

  @Post
  Answer features(@Body byte[] body) {
    ServedModel served = production.current();
    List<EntityFeatures> entities =
        EntityIds.read(body, served.features()).stream()
            .map(id -> new EntityFeatures(served, id, served.features().rowOf(id)))
            .toList();
    entities.forEach(entity -> metrics.lookedUp(entity.status()));
    return new EntityFeaturesList(served, entities);
  }
}
