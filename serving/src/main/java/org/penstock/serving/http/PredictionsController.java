package org.penstock.serving.http;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import org.penstock.serving.production.Production;
import org.penstock.serving.production.ServedModel;
import org.penstock.serving.request.Examples;

/** What the model predicts: for entities by their latest features, and for records. */
@Controller("/v1/predictions")
final class PredictionsController {

  private final Production production;
  private final ServingMetrics metrics;

  PredictionsController(Production production, ServingMetrics metrics) {
    this.production = production;
    this.metrics = metrics;
  }

  @Get("/{id}")
  Answer prediction(String id) {
    ServedModel served = production.current();
    int row = metrics.lookUp(id, served.features());
    Prediction prediction = Prediction.of(served.model(), served.featuresAt(row));
    metrics.predicted(prediction);
    return new EntityPrediction(new EntityFeatures(served, id, row), prediction);
  }

  @Post
  Answer predictions(@Body byte[] body) {
    ServedModel served = production.current();
    Examples posted = NamedRecords.read(body, served.requests());
    List<Predictions.Answered> predictions =
        posted.examples().stream()
            .map(example -> Predictions.Answered.of(served.model(), example))
            .toList();
    predictions.forEach(answered -> metrics.predicted(answered.prediction()));
    return new Predictions(served, predictions, posted.repaired());
  }
}
