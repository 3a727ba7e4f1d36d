package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.config.FeatureSettings;
import org.penstock.config.RepairSettings.Duplicates;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.RepairCounts;
import org.penstock.feature.Ties;
import org.penstock.row.RowSchema;
import org.penstock.scoring.ModelBundle;
import org.penstock.serving.request.Repaired;

/** Posts windows of rows of several entities. */
class WindowRequestTest {

  private static final ModelBundle BUNDLE =
      BakeryStore.bundle("bakery-window", .5).withRequests(Asked.with(Request.WINDOW));

  private static RunningBakery bakery;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    bakery = RunningBakery.start(directory, new BakeryWindow(), BUNDLE);
  }

  @AfterAll
  static void stop() {
    bakery.close();
  }

  @Test
  void predictsOfEachEntityWhatTheBatchFeaturesOfItsLastRowDo() {
    List<Bakery.Visit> visits = visits(200);
    var batch = new PointInTime<>(new Bakery().view(), new AsOf.Event(), Ties.UNSEEN);
    RowSchema<Bakery.Habits> habits = RowSchema.of(Bakery.Habits.class);
    Map<Object, Object> expected = new LinkedHashMap<>();
    for (Bakery.Visit visit : visits) {
      expected.put((int) visit.customer(), BUNDLE.probability(habits.toNumbers(batch.next(visit))));
    }

    Map<Object, Object> answers = new LinkedHashMap<>();
    predictions(body(visits))
        .forEach(answer -> answers.put(answer.get("id"), answer.get("probability")));

    assertEquals(expected, answers);
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(answers.keySet()));
  }

  @Test
  void doesNotCareAboutTheOrderOfRowsAtDifferentTimes() {
    List<Bakery.Visit> visits = new ArrayList<>();
    for (int day = 1; day <= 9; day++) {
      visits.add(new Bakery.Visit(3, LocalDate.of(2024, 1, day), day, 40, true, Bakery.Loaf.RYE));
    }
    List<Bakery.Visit> disordered = new ArrayList<>(visits);
    Collections.reverse(disordered);

    assertEquals(predictions(body(visits)), predictions(body(disordered)));
  }

  @Test
  void goesByTheSettingsThatTheModelWasTrainedUnder(@TempDir Path directory) throws IOException {
    ModelBundle bundle = BUNDLE.withRequests(Asked.windowsWithTies(FeatureSettings.Ties.ROW_ORDER));
    List<Bakery.Visit> tied = List.of(visit(3, 1, 4), visit(3, 1, 6));
    var batch = new PointInTime<>(new Bakery().view(), new AsOf.Event(), Ties.ROW_ORDER);
    batch.next(tied.getFirst());
    double expected =
        BUNDLE.probability(RowSchema.of(Bakery.Habits.class).toNumbers(batch.next(tied.getLast())));

    try (RunningBakery other = RunningBakery.start(directory, new BakeryWindow(), bundle)) {
      assertEquals(expected, predictions(other, body(tied)).getFirst().get("probability"));
    }

    assertNotEquals(expected, predictions(body(tied)).getFirst().get("probability"));
  }

  @Test
  void saysThatRowsWereSortedAndNothingElseWithoutRules() {
    String early = body(List.of(visit(3, 1, 5), visit(3, 1, 5), visit(4, 9, 5)));
    String late = body(List.of(visit(3, 2, 5), visit(4, 9, 5), visit(3, 1, 5)));

    assertEquals(Map.of(), repairs(bakery, early));
    assertEquals(Map.of("late_rows", 1), repairs(bakery, late));
  }

  @Test
  void putsAWindowRightAsARunDoes(@TempDir Path directory) throws IOException {
    ModelBundle bundle = BUNDLE.withRequests(Asked.windowsOfDays(Duplicates.KEEP_LAST));
    List<Bakery.Visit> raw =
        List.of(
            visit(3, 1, 4),
            visit(3, 3, 6),
            visit(3, 2, 5),
            visit(3, 2, 5),
            visit(3, 6, 1),
            visit(3, 6, 9));
    List<Bakery.Visit> right =
        List.of(visit(3, 1, 4), visit(3, 2, 5), visit(3, 3, 6), visit(3, 6, 9));

    try (RunningBakery other = RunningBakery.start(directory, new BakeryWindow(), bundle)) {
      assertEquals(predictions(body(right)), predictions(other, body(raw)));
      assertEquals(
          Map.of("late_rows", 2, "equal_rows", 1, "other_rows", 1, "gaps", 1, "absent", 2),
          repairs(other, body(raw)));
      assertNotEquals(predictions(body(right)), predictions(body(raw)));
    }
  }

  @Test
  void saysWhoseAndWhen() {
    Map<?, ?> answer =
        predictions(
                body(
                    List.of(
                        new Bakery.Visit(
                            3, LocalDate.of(2024, 1, 2), 1, 40, true, Bakery.Loaf.RYE))))
            .getFirst();

    assertEquals(3, answer.get("id"));
    assertEquals("2024-01-02T00:00:00", answer.get("event_time"));
  }

  @Test
  void namesEveryProblemOfEveryRow() {
    Api.Reply reply =
        bakery.api.post(
            "/v1/predictions",
            "[{\"customer\": 1, \"day\": \"2024-01-40\", \"spent\": 1, \"age\": 4, \"member\": true,"
                + " \"loaf\": \"RYE\"}, {\"spent\": 1, \"age\": 4, \"member\": true, \"loaf\": \"OAT\"}]");

    assertEquals(
        List.of("0 day", "1 customer", "1 day", "1 loaf"),
        ((List<?>) reply.json().get("problems"))
            .stream()
                .map(Map.class::cast)
                .map(problem -> problem.get("record") + " " + problem.get("field"))
                .toList());
  }

  @Test
  void predictsNothingForNoRows() {
    assertTrue(predictions("[]").isEmpty());
  }

  @Test
  void theSpecificationHasAWordForEverythingThatIsPutRight() {
    RepairCounts counts = new RepairCounts(9, 1, 1, 1, 1, 1, 1, new TreeMap<>(Map.of("spent", 1L)));
    Map<?, ?> schemas =
        (Map<?, ?>)
            ((Map<?, ?>) bakery.api.get("/openapi.json").json().get("components")).get("schemas");
    Map<?, ?> predictions = (Map<?, ?>) ((Map<?, ?>) schemas.get("Predictions")).get("properties");

    assertEquals(
        new Repaired(1, counts).named().keySet(),
        ((Map<?, ?>) ((Map<?, ?>) predictions.get("repairs")).get("properties")).keySet());
  }

  @Test
  void answersTheExampleOfThePage() {
    String page = bakery.api.get("/").body();
    String example =
        page.replaceFirst("(?s).*<textarea[^>]*>(.*)</textarea>.*", "$1").replace("&quot;", "\"");

    assertEquals(1, predictions(example).size());
  }

  private static Bakery.Visit visit(long customer, int day, double spent) {
    return new Bakery.Visit(customer, LocalDate.of(2024, 1, day), spent, 40, true, Bakery.Loaf.RYE);
  }

  private static Map<?, ?> repairs(RunningBakery of, String body) {
    return (Map<?, ?>) of.api.post("/v1/predictions", body).json().get("repairs");
  }

  /** Many on one day, so that ties count. */
  private static List<Bakery.Visit> visits(int count) {
    Random random = new Random(5);
    List<Bakery.Visit> visits = new ArrayList<>();
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < count; i++) {
      visits.add(
          new Bakery.Visit(
              1 + random.nextInt(7),
              day,
              random.nextDouble() * 12,
              16 + random.nextInt(60),
              random.nextBoolean(),
              Bakery.Loaf.values()[random.nextInt(3)]));
      day = day.plusDays(random.nextInt(2));
    }
    return visits;
  }

  private static String body(List<Bakery.Visit> visits) {
    return visits.stream()
        .map(visit ->
            "{\"day\": \"%s\", \"customer\": %d, \"spent\": %s, \"age\": %d, \"member\": %s, \"loaf\": \"%s\"}"
                .formatted(
                    visit.day(),
                    visit.customer(),
                    visit.spent(),
                    visit.age(),
                    visit.member(),
                    visit.loaf()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static List<Map<String, Object>> predictions(String body) {
    return predictions(bakery, body);
  }

  @SuppressWarnings("unchecked") // the shape is what is tested
  private static List<Map<String, Object>> predictions(RunningBakery of, String body) {
    Api.Reply reply = of.api.post("/v1/predictions", body);
    assertEquals(200, reply.status(), reply.body());
    return (List<Map<String, Object>>) reply.json().get("predictions");
  }
}
