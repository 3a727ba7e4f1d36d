package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;
import org.penstock.row.RowSchema;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;
import org.penstock.serving.Stall.Fruit;

/** Posts rows of a project without entities. */
class RowRequestTest {

  private static final String GOOD =
      "{\"fruit\": \"NA\", \"price\": 30, \"weight\": 4, \"second\": null, \"paid\": 1}";

  private static RunningBakery stall;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    stall = RunningBakery.start(directory, new Stall(), bundle());
  }

  @AfterAll
  static void stop() {
    stall.close();
  }

  @Test
  void predictsOfARowWhatTheBatchFeaturesOfThatRowDo() {
    List<Stall.Sale> sales = sales(300);
    var batch = new PointInTime<>(new Stall().view(), new AsOf.Event(), Ties.UNSEEN);
    RowSchema<Stall.Basket> baskets = RowSchema.of(Stall.Basket.class);
    List<Object> expected = new ArrayList<>();
    for (Stall.Sale sale : sales) {
      expected.add(bundle().probability(baskets.toNumbers(batch.next(sale))));
    }

    String body =
        sales.stream().map(RowRequestTest::json).collect(Collectors.joining(",", "[", "]"));

    assertEquals(expected, probabilities(stall.api.post("/v1/predictions", body)));
  }

  @Test
  void doesNotCareAboutTheOrderOfFields() {
    String other =
        "{\"paid\": 1, \"second\": null, \"weight\": 4, \"price\": 30, \"fruit\": \"NA\"}";

    List<Object> answers =
        probabilities(stall.api.post("/v1/predictions", "[%s, %s]".formatted(GOOD, other)));

    assertEquals(answers.get(0), answers.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"number\": 7",
        "\"number\": null",
        "\"returned\": true",
        "\"returned\": \"0\"",
        "\"returned\": null"
      })
  void takesAnIdAndALabelAndMakesNothingOfThem(String field) {
    String row = GOOD.replace("{", "{" + field + ", ");

    List<Object> answers =
        probabilities(stall.api.post("/v1/predictions", "[%s, %s]".formatted(GOOD, row)));

    assertEquals(answers.get(0), answers.get(1));
  }

  @Test
  void takesTheTextThatMeansMissingInTheFileForNull() {
    List<Object> answers =
        probabilities(
            stall.api.post(
                "/v1/predictions",
                "[%s, %s, %s]"
                    .formatted(
                        GOOD.replace(": 4", ": null"), GOOD.replace(": 4", ": \"-\""), GOOD)));

    assertEquals(answers.get(0), answers.get(1));
    assertTrue(!answers.get(0).equals(answers.get(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"price\": 30|\"price\": -1|price|out-of-range|'price' is -1, expected at least 0",
        "\"price\": 30|\"price\": null|price|null-field|'price' is missing, expected a whole number of 32 bits",
        "\"price\": 30,||price|missing-field|'price' is missing, expected a whole number of 32 bits",
        "\"price\": 30|\"price\": 30, \"price\": 30|price|duplicate-field|'price' is in the record twice",
        "\"price\": 30|\"price\": 30, \"prize\": 1|prize|unknown-field|'prize' is unknown; did you mean 'price'?",
        "\"second\": null,||second|missing-field|'second' is absent; a missing value is written as null",
        "null|\"PEAR\"|second|invalid-value|'second' is 'PEAR', expected one of [APPLE, NA]",
        "\"NA\"|\"-\"|fruit|invalid-value|'fruit' is '-', expected one of [APPLE, NA]",
        "\"NA\"|null|fruit|null-field|'fruit' is missing, expected one of [APPLE, NA]",
        "\"paid\": 1|\"paid\": 1, \"returned\": 2|returned|invalid-value|'returned' is 2, expected true or false",
        "\"paid\": 1|\"paid\": 1, \"number\": 0|number|out-of-range|'number' is 0, expected at least 1"
      })
  void namesFieldAndRecord(String from, String to, String field, String code, String message) {
    String bad = GOOD.replace(from, to == null ? "" : to);

    Api.Reply reply = stall.api.post("/v1/predictions", "[%s, %s]".formatted(GOOD, bad));

    assertEquals(
        List.of(Map.of("record", 1, "field", field, "code", code, "message", message)),
        reply.json().get("problems"));
    assertEquals(400, reply.status());
  }

  @Test
  void saysThatThereAreNoIds() {
    Api.Reply reply = stall.api.get("/v1/predictions/7");

    assertEquals("unknown-id", reply.code());
    assertEquals(
        "Rows have no ids here; post them to /v1/predictions", reply.json().get("message"));
  }

  @Test
  void specifiesRowsAndNoEntities() {
    Map<String, Object> specification = stall.api.get("/openapi.json").json();

    assertFalse(specification.toString().contains("{id}"));
    Map<?, ?> components = (Map<?, ?>) specification.get("components");
    Map<?, ?> record = (Map<?, ?>) ((Map<?, ?>) components.get("schemas")).get("Record");
    assertEquals(List.of("fruit", "price", "weight", "second", "paid"), record.get("required"));
    assertEquals(
        List.of("fruit", "number", "paid", "price", "returned", "second", "weight"),
        List.copyOf(new TreeMap<>((Map<?, ?>) record.get("properties")).keySet()));
  }

  @Test
  void answersTheExampleOfThePage() {
    String page = stall.api.get("/").body();
    String example =
        page.replaceFirst("(?s).*<textarea[^>]*>(.*)</textarea>.*", "$1").replace("&quot;", "\"");

    Api.Reply reply = stall.api.post("/v1/predictions", example);

    assertEquals(200, reply.status(), reply.body());
    assertTrue(page.contains("<form id=\"lookup\" class=\"absent\">"));
    assertTrue(page.contains("none: what is predicted is posted"));
  }

  private static List<Stall.Sale> sales(int count) {
    Random random = new Random(5);
    List<Stall.Sale> sales = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      sales.add(
          new Stall.Sale(
              i,
              Fruit.values()[random.nextInt(2)],
              random.nextInt(100),
              random.nextInt(5) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(9)),
              random.nextBoolean() ? Optional.empty() : Optional.of(Fruit.NA),
              random.nextBoolean(),
              random.nextBoolean()));
    }
    return sales;
  }

  /** As a client knows it: without number and outcome. */
  private static String json(Stall.Sale sale) {
    return "{\"second\": %s, \"paid\": \"%s\", \"price\": %d, \"weight\": %s, \"fruit\": \"%s\"}"
        .formatted(
            sale.second().map(fruit -> "\"" + fruit + "\"").orElse("null"),
            sale.paid() ? "1" : "0",
            sale.price(),
            sale.weight().isPresent() ? sale.weight().getAsInt() : "null",
            sale.fruit());
  }

  private static List<Object> probabilities(Api.Reply reply) {
    assertEquals(200, reply.status(), reply.body());
    return ((List<?>) reply.json().get("predictions"))
        .stream().<Object>map(answer -> ((Map<?, ?>) answer).get("probability")).toList();
  }

  private static ModelBundle bundle() {
    return new ModelBundle(
            "stall",
            RowSchema.of(Stall.Basket.class).columns(),
            List.of("kept", "returned"),
            new LinearScorer(
                new double[] {-0.3},
                List.of(
                    levels(.4, -.2, .9),
                    number(50, 30, .7, 0),
                    number(8, 5, -.6, .35),
                    levels(-.8, .3, .05),
                    number(0, 1, .2, 0))),
            new Calibration.None(),
            .5,
            new ModelCard(
                "Whether fruit comes back",
                "linear",
                "by hand",
                new TreeMap<>(),
                0,
                new TreeMap<>()))
        .withRequests(Asked.with(Request.ROWS));
  }

  private static LinearScorer.LevelsTerm levels(double first, double second, double missing) {
    return new LinearScorer.LevelsTerm(new double[][] {{first}, {second}}, new double[] {missing});
  }

  private static LinearScorer.NumberTerm number(
      double mean, double scale, double weight, double missing) {
    return new LinearScorer.NumberTerm(mean, scale, new double[] {weight}, new double[] {missing});
  }
}
