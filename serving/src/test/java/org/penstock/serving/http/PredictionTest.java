package org.penstock.serving.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.Interval;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;
import tools.jackson.core.JsonGenerator;

class PredictionTest {

  @Test
  void predictsTheSecondLabelFromTheThresholdOn() {
    ModelBundle model = model(List.of("no", "yes"), new double[] {0});

    assertEquals("{\"probability\":0.5,\"class\":\"yes\",\"threshold\":0.5}", written(model));
  }

  @Test
  void predictsTheFirstLabelBelowTheThreshold() {
    ModelBundle model = model(List.of("no", "yes"), new double[] {-1e-9});

    assertEquals(
        "{\"probability\":0.49999999975,\"class\":\"no\",\"threshold\":0.5}", written(model));
  }

  @Test
  void predictsTheLikeliestOfMoreThanTwoLabels() {
    ModelBundle model = model(List.of("a", "b", "c"), new double[] {0, 800, 0});

    assertEquals(
        "{\"probability\":1.0,\"class\":\"b\",\"probabilities\":{\"a\":0.0,\"b\":1.0,\"c\":0.0}}",
        written(model));
  }

  @Test
  void predictsANumberWhereThereAreNoLabels() {
    ModelBundle model = model(List.of(), new double[] {-7.5});

    assertEquals("{\"prediction\":-7.5}", written(model));
    assertEquals(
        "{\"prediction\":-7.5,\"interval\":{\"lower\":-9.5,\"upper\":-5.5,\"confidence\":0.9}}",
        written(model.with(new Interval(.9, OptionalInt.empty(), 0, new double[0], 2))));
  }

  private static String written(ModelBundle model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(bytes)) {
      json.writeStartObject();
      Prediction.of(model, new double[] {0}).writeProperties(model, json);
      Prediction.writeThreshold(model, json);
      json.writeEndObject();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static ModelBundle model(List<String> labels, double[] bias) {
    return new ModelBundle(
        "bakery",
        List.of(
            new Column(
                "x",
                Kind.DOUBLE,
                false,
                List.of(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Set.of(),
                false,
                "")),
        labels,
        new LinearScorer(
            bias,
            List.of(
                new LinearScorer.NumberTerm(
                    0, 1, new double[bias.length], new double[bias.length]))),
        new Calibration.None(),
        0.5,
        new ModelCard("x", "x", "x", new TreeMap<>(), 0, new TreeMap<>()));
  }
}
