package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.approval.Deployment;
import org.penstock.feature.FeatureTable;
import org.penstock.row.Column;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class FeaturesApiTest {

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
  void servesEveryFeatureOfEveryEntityBitByBit() throws IOException {
    FeatureTable table = bakery.deployed.features();
    double[] expected = new double[table.features().size()];

    for (int row = 0; row < table.size(); row++) {
      String body = bakery.api.get("/v1/features/" + table.id(row)).body();

      table.features(row, expected);
      assertEquals(bits(expected), served(body, table.features()), "entity " + table.id(row));
    }
  }

  @Test
  void namesStatusTimeAndDigests() {
    Deployment deployment = bakery.server.served().deployment();

    Api.Reply reply = bakery.api.get("/v1/features/1");

    assertEquals("application/json", reply.contentType());
    assertEquals(1, reply.json().get("id"));
    assertEquals("PRESENT", reply.json().get("status"));
    assertEquals("2024-03-19T00:00:00", reply.json().get("event_time"));
    assertEquals(deployment.subject().model().toString(), reply.json().get("model"));
    assertEquals(deployment.featureTable().toString(), reply.json().get("feature_table"));
  }

  @Test
  void writesWhatIsMissingAsNull() {
    Api.Reply reply = bakery.api.get("/v1/features/" + BakeryStore.NEWCOMER);

    assertEquals(200, reply.status());
    assertEquals(
        "{\"visits\":0,\"mean_spent\":null,\"age\":48,\"member\":true,\"loaf\":\"SPELT\"}",
        reply.body().replaceFirst(".*\"features\":(\\{[^}]*}).*", "$1"));
  }

  @ParameterizedTest
  @CsvSource({
    "0,404,unknown-id,No features are known of id 0",
    "-5,404,unknown-id,No features are known of id -5",
    "abc,400,invalid-id,'''abc'' is no id: expected a whole number'",
    "1.5,400,invalid-id,'''1.5'' is no id: expected a whole number'",
    "99999999999999999999,400,invalid-id,"
        + "'''99999999999999999999'' is no id: expected a whole number'",
    "a%2Fb,400,invalid-id,'''a/b'' is no id: expected a whole number'"
  })
  void refusesOtherIds(String id, int status, String code, String message) {
    for (String path : List.of("/v1/features/", "/v1/predictions/")) {
      Api.Reply reply = bakery.api.get(path + id);

      assertEquals(status, reply.status());
      assertEquals(Map.of("code", code, "message", message, "field", "id"), reply.json());
    }
  }

  @Test
  void answersForSeveralEntitiesInTheirOrder() {
    Api.Reply reply = bakery.api.post("/v1/features", "[3, \"1\", 999]");

    assertEquals(200, reply.status());
    List<?> entities = (List<?>) reply.json().get("entities");
    assertEquals(List.of(3, 1, 999), entities.stream().map(entity -> part(entity, "id")).toList());
    assertEquals(
        List.of("PRESENT", "PRESENT", "NOT_FOUND"),
        entities.stream().map(entity -> part(entity, "status")).toList());
    assertEquals(
        bakery.api.get("/v1/features/1").json().get("features"), part(entities.get(1), "features"));
    assertFalse(((Map<?, ?>) entities.get(2)).containsKey("features"));
  }

  @Test
  void acceptsIdsInAnObject() {
    assertEquals(
        bakery.api.post("/v1/features", "[1]").body(),
        bakery.api.post("/v1/features", "{\"ids\": [1]}").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1, \"x\"]|invalid-id|'x' is no id: expected a whole number",
        "[1, null]|invalid-id|Item 1 of the list is no id: expected a whole number",
        "[1.5]|invalid-id|Item 0 of the list is no id: expected a whole number",
        "[[1]]|invalid-id|Item 0 of the list is no id: expected a whole number",
        "1|malformed-json|Expected a list, or an object with the list 'ids' only"
      })
  void refusesListsThatAreNotIds(String body, String code, String message) {
    Api.Reply reply = bakery.api.post("/v1/features", body);

    assertEquals(400, reply.status());
    assertEquals(code, reply.code());
    assertEquals(message, reply.json().get("message"));
  }

  private static Object part(Object object, String name) {
    return ((Map<?, ?>) object).get(name);
  }

  private static List<Long> bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).boxed().toList();
  }

  private static List<Long> served(String body, List<Column> columns) {
    double[] values = new double[columns.size()];
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
      while (!"features".equals(json.currentName())
          || json.currentToken() != JsonToken.START_OBJECT) {
        json.nextToken();
      }
      for (int i = 0; i < values.length; i++) {
        assertEquals(columns.get(i).name(), json.nextName());
        json.nextToken();
        values[i] =
            switch (json.currentToken()) {
              case VALUE_NULL -> Double.NaN;
              case VALUE_TRUE -> 1;
              case VALUE_FALSE -> 0;
              case VALUE_STRING -> columns.get(i).levels().indexOf(json.getString());
              default -> json.getDoubleValue();
            };
      }
    }
    return bits(values);
  }
}
