package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.feature.FeatureTable;
import org.penstock.scoring.ModelBundle;

class PredictionsApiTest {

  private static final String NOBODY =
      "{\"visits\": 3, \"mean_spent\": null, \"age\": 40, \"member\": true, \"loaf\": \"RYE\"}";

  private static RunningBakery bakery;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    bakery = RunningBakery.start(directory);
  }

  @AfterAll
  static void stop() {
    bakery.close();
  }

  @Test
  void predictsForEveryEntityWhatTheBundleDoesBitByBit() throws IOException {
    FeatureTable table = bakery.deployed.features();
    ModelBundle bundle = BakeryStore.bundle(0.5);
    double[] features = new double[table.features().size()];

    for (int row = 0; row < table.size(); row++) {
      Map<String, Object> reply = bakery.api.get("/v1/predictions/" + table.id(row)).json();

      table.features(row, features);
      double expected = bundle.probability(features);
      assertEquals(
          Double.doubleToLongBits(expected),
          Double.doubleToLongBits((Double) reply.get("probability")),
          "entity " + table.id(row));
      assertEquals(bundle.label(expected), reply.get("class"));
    }
  }

  @Test
  void predictsForTheFeaturesThatItServesWhatItPredictsForTheEntity() {
    String features =
        IntStream.rangeClosed(1, BakeryStore.CUSTOMERS)
            .mapToObj(id -> bakery.api.get("/v1/features/" + id).body())
            .map(body -> body.replaceFirst(".*\"features\":(\\{[^}]*}).*", "$1"))
            .collect(Collectors.joining(",", "[", "]"));

    Api.Reply reply = bakery.api.post("/v1/predictions", features);

    assertEquals(
        IntStream.rangeClosed(1, BakeryStore.CUSTOMERS)
            .mapToObj(id -> bakery.api.get("/v1/predictions/" + id).json().get("probability"))
            .toList(),
        predictions(reply).stream().map(prediction -> prediction.get("probability")).toList());
  }

  @Test
  void namesThresholdTimeAndDigests() {
    Map<String, Object> reply = bakery.api.get("/v1/predictions/1").json();

    assertEquals(1, reply.get("id"));
    assertEquals(0.5, reply.get("threshold"));
    assertEquals("2024-03-19T00:00:00", reply.get("event_time"));
    assertEquals(bakery.server.served().modelDigest().toString(), reply.get("model"));
    assertEquals(
        bakery.server.served().deployment().featureTable().toString(), reply.get("feature_table"));
  }

  @Test
  void doesNotCareAboutTheOrderOfFields() {
    Api.Reply reply =
        bakery.api.post(
            "/v1/predictions",
            "[%s, {\"loaf\": \"RYE\", \"member\": true, \"age\": 40, \"mean_spent\": null, \"visits\": 3}]"
                .formatted(NOBODY));

    assertEquals(200, reply.status());
    assertEquals(predictions(reply).get(0), predictions(reply).get(1));
  }

  @Test
  void acceptsRecordsInAnObject() {
    assertEquals(
        bakery.api.post("/v1/predictions", "[%s]".formatted(NOBODY)).body(),
        bakery.api.post("/v1/predictions", "{\"records\": [%s]}".formatted(NOBODY)).body());
  }

  @Test
  void predictsNothingForNoRecords() {
    Api.Reply reply = bakery.api.post("/v1/predictions", "[]");

    assertEquals(200, reply.status());
    assertTrue(predictions(reply).isEmpty());
  }

  @SuppressWarnings("unchecked") // the shape is what is tested
  private static List<Map<String, Object>> predictions(Api.Reply reply) {
    return (List<Map<String, Object>>) reply.json().get("predictions");
  }
}
