package org.penstock.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Column;

class ModelBundleTest {

  @Test
  void readsBackWhatItWroteByteForByte() {
    for (ModelBundle bundle : Bundles.all()) {
      byte[] json = bundle.toBytes();

      ModelBundle read = ModelBundle.read(json);

      assertEquals(text(json), text(read.toBytes()));
      assertEquals(bundle.features(), read.features());
      assertEquals(bundle.card(), read.card());
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5 0.5, 1", "0.51 0.49, 0"})
  void ofTwoLabelsTheThresholdDecides(String probabilities, int code) {
    assertEquals(code, of(2).predicted(numbers(probabilities)));
  }

  @ParameterizedTest
  @CsvSource({"0.2 0.4 0.4, 1", "0.4 0.4 0.2, 0", "0.1 0.2 0.7, 2"})
  void ofSeveralLabelsTheFirstOfTheLikeliestIsPredicted(String probabilities, int code) {
    assertEquals(code, of(3).predicted(numbers(probabilities)));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static ModelBundle of(int labels) {
    return Bundles.all().stream()
        .filter(bundle -> bundle.labels().size() == labels && bundle.threshold() == 0.5)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsWhatItReadsWhereverItStands() {
    ModelBundle bundle = of(2);
    int last = bundle.features().size() - 1;

    int[] places = bundle.placesIn(bundle.features().reversed());

    assertEquals(last, places[0]);
    assertEquals(0, places[last]);
  }

  @Test
  void namesAllThatATableLacks() {
    ModelBundle bundle = of(2);
    List<Column> others = bundle.features().subList(2, bundle.features().size());
    List<String> lacking = bundle.features().subList(0, 2).stream().map(Column::name).toList();

    var thrown = assertThrows(IllegalArgumentException.class, () -> bundle.placesIn(others));

    assertEquals(
        "The model reads features that the table does not have, or has with another kind or other"
            + " levels: %s; the table has %s"
                .formatted(lacking, others.stream().map(Column::name).toList()),
        thrown.getMessage());
  }

  @Test
  void carriesSettingsForTheServiceAsTheyAre() {
    Map<String, Object> requests =
        Map.of("request", "window", "repairs", Map.of("stuck-after", 10));

    byte[] json = Bundles.all().getFirst().withRequests(requests).toBytes();

    assertEquals(requests, ModelBundle.read(json).requests().orElseThrow());
    assertEquals(text(json), text(ModelBundle.read(json).toBytes()));
  }

  @Test
  void scoresAfterReadingBitForBitAsBefore() {
    Random random = new Random(7);
    for (ModelBundle bundle : Bundles.all()) {
      ModelBundle read = ModelBundle.read(bundle.toBytes());
      for (int i = 0; i < 1_000; i++) {
        double[] row = Bundles.row(random);
        double[] before = new double[bundle.labels().size()];
        double[] after = new double[before.length];

        bundle.probabilities(row, before);
        read.probabilities(row, after);

        assertArrayEquals(before, after);
      }
    }
  }

  @Test
  void keepsEveryBitOfAFloat() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        ModelBundle bundle = Bundles.leaf(value);

        Scorer read = ModelBundle.read(bundle.toBytes()).scorer();

        float back = ((TreesScorer) read).trees().getFirst().value()[0];
        assertEquals(Float.floatToIntBits(value), Float.floatToIntBits(back));
      }
    }
  }

  @Test
  void probabilitiesOfAllLabelsSumToOne() {
    Random random = new Random(3);
    for (ModelBundle bundle : Bundles.all()) {
      double[] probabilities = new double[bundle.labels().size()];

      bundle.probabilities(Bundles.row(random), probabilities);

      double sum = 0;
      for (double probability : probabilities) {
        sum += probability;
      }
      // Three roundings of numbers of at most 1.
      assertEquals(1, sum, 1e-15);
    }
  }

  @Test
  void scoringAllocatesNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    double[] row = Bundles.row(new Random(5));
    for (ModelBundle bundle : Bundles.all()) {
      double[] into = new double[bundle.labels().size()];
      score(bundle, row, into);
      threads.getThreadAllocatedBytes(thread);

      long before = threads.getThreadAllocatedBytes(thread);
      score(bundle, row, into);
      long after = threads.getThreadAllocatedBytes(thread);

      // Less than one byte a row: what the measurement itself takes.
      assertEquals(0, (after - before) / 10_000, bundle.scorer().getClass().getSimpleName());
    }
  }

  private static void score(ModelBundle bundle, double[] row, double[] into) {
    for (int i = 0; i < 10_000; i++) {
      bundle.probabilities(row, into);
      bundle.probability(row);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, true", "0.49999999999999994, false", "0.75, true"})
  void aProbabilityAtTheThresholdIsPositive(double probability, boolean positive) {
    ModelBundle bundle = Bundles.linear();

    assertEquals(positive ? "true" : "false", bundle.label(probability));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format-version\":1 | \"format-version\":2"
            + " | The model bundle has format-version 2; this program reads 1",
        "\"threshold\":0.5 | \"threshold\":1.5 | The model bundle: threshold is 1.5, expected [0, 1]",
        "\"threshold\":0.5 | \"threshold\":\"low\" | The field 'threshold' of the model bundle is 'low', expected a number",
        ",\"threshold\":0.5 | '' | The field 'threshold' of the model bundle is missing",
        "\"threshold\":0.5 | \"threshold\":0.5,\"treshold\":1 | The model bundle has unknown fields: [treshold]",
        "\"kind\":\"int\" | \"kind\":\"text\""
            + " | The field 'features[0].kind' of the model bundle is 'text', expected one of [boolean, category, double, int, long]",
        "\"scale\":2.5 | \"scale\":0 | The model bundle at scorer.terms[0]: A number term has mean 1.5 and scale 0.0",
        "\"kind\":\"linear\" | \"kind\":\"net\" | The field 'scorer.kind' of the model bundle is no kind, expected one of [cells, ensemble, linear, network, trees]",
        "\"method\":\"platt\" | \"method\":\"magic\""
            + " | The field 'calibration.method' of the model bundle is no method, expected one of [isotonic, none, platt, temperature]",
        "\"slope\":1.5 | \"slope\":-1 | The model bundle at calibration: Platt calibration needs a positive slope"
            + " and a finite intercept, got -1.0 and 0.25",
      })
  void saysWhereAndWhatIsWrong(String right, String wrong, String message) {
    String json = text(Bundles.linear().toBytes()).replace(right, wrong);

    var thrown = assertThrows(InvalidBundleException.class, () -> ModelBundle.read(bytes(json)));

    assertEquals(message, thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"left\":[1,0,0] | \"left\":[0,0,0] | Node 0 of 3 asks for feature 0, value 1.5, and goes to node 0",
        "\"left\":[1,0,0] | \"left\":[2,0,0] | Node 0 of 3 asks for feature 0, value 1.5, and goes to node 2",
        "\"feature\":[0,-1,-1] | \"feature\":[-1,-1,-1] | Node 0 of 3 asks for feature -1, value 1.5, and goes to node 1",
        "\"value\":[1.5,-1.0,1.0] | \"value\":[1e39,-1.0,1.0]"
            + " | Node 0 of 3 asks for feature 0, value Infinity, and goes to node 1",
        "\"value\":[1.5,-1.0,1.0] | \"value\":[1.5,-1.0] | A tree of 3 features, 2 values, 3 children and 3 defaults",
      })
  void refusesTreesThatNoWalkEndsIn(String right, String wrong, String message) {
    String json = text(Bundles.stump().toBytes()).replace(right, wrong);

    var thrown = assertThrows(InvalidBundleException.class, () -> ModelBundle.read(bytes(json)));

    assertEquals("The model bundle at scorer.trees[0]: " + message, thrown.getMessage());
  }

  @Test
  void refusesATreeThatAsksForAFeatureThatIsNotThere() {
    String json = text(Bundles.stump().toBytes()).replace("\"feature\":[0,", "\"feature\":[4,");

    var thrown = assertThrows(InvalidBundleException.class, () -> ModelBundle.read(bytes(json)));

    assertEquals("The model bundle at scorer: A tree asks for feature 4 of 4", thrown.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "nonsense", "{} {}", "{\"a\":1,\"a\":2}"})
  void refusesWhatIsNoBundle(String json) {
    assertThrows(InvalidBundleException.class, () -> ModelBundle.read(bytes(json)));
  }

  @Test
  void refusesAScorerOfOtherFeatures() {
    ModelBundle bundle = Bundles.linear();

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ModelBundle(
                    bundle.project(),
                    bundle.features().subList(0, 2),
                    bundle.labels(),
                    bundle.scorer(),
                    bundle.calibration(),
                    bundle.threshold(),
                    bundle.card()));

    assertEquals("A scorer of 4 features in a bundle of 2", thrown.getMessage());
  }

  @Test
  void refusesMoreLabelsThanTheScorerHasOutputs() {
    ModelBundle bundle = Bundles.linear();

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ModelBundle(
                    bundle.project(),
                    bundle.features(),
                    List.of("a", "b", "c"),
                    bundle.scorer(),
                    bundle.calibration(),
                    bundle.threshold(),
                    bundle.card()));

    assertEquals(
        "A scorer of 1 outputs cannot tell the labels [a, b, c] apart", thrown.getMessage());
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
