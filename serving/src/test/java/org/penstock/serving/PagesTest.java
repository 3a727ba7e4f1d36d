package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.artifact.CanonicalJson;

class PagesTest {

  private static RunningBakery bakery;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    bakery = RunningBakery.start(directory, BakeryStore.Approval.OVERRULED);
  }

  @AfterAll
  static void stop() {
    bakery.close();
  }

  @Test
  void saysOnThePageWhatIsServedAndDespiteWhat() {
    Api.Reply page = bakery.api.get("/");

    assertEquals(200, page.status());
    assertEquals("text/html;charset=utf-8", page.contentType());
    assertTrue(page.body().contains("Whether a customer leaves"), page.body());
    assertTrue(page.body().contains(bakery.server.served().modelDigest().toString()), page.body());
    assertTrue(page.body().contains("Approved despite the policy, which rejects it"), page.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/openapi"})
  void loadsNothingFromOtherHosts(String path) {
    String page = bakery.api.get(path).body();

    assertFalse(page.matches("(?s).*(src|href)=\"(https?:)?//.*"), page);
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/page.css,text/css;charset=utf-8",
    "/assets/page.js,text/javascript;charset=utf-8",
    "/assets/openapi.js,text/javascript;charset=utf-8",
    "/assets/swagger-ui-bundle.js,text/javascript;charset=utf-8",
    "/assets/swagger-ui.css,text/css;charset=utf-8"
  })
  void hasWhatThePagesLoad(String path, String contentType) {
    Api.Reply asset = bakery.api.get(path);

    assertEquals(200, asset.status());
    assertEquals(contentType, asset.contentType());
    assertFalse(asset.body().isEmpty());
  }

  @Test
  void specifiesTheRecordsOfTheProject() {
    Map<String, Object> spec = bakery.api.get("/openapi.json").json();

    assertEquals("3.1.1", spec.get("openapi"));
    Map<?, ?> features = part(spec, "components", "schemas", "Features", "properties");
    assertEquals(
        Map.of("type", "integer", "minimum", 0, "maximum", 1000, "description", "Earlier visits"),
        features.get("visits"));
    assertEquals(List.of("RYE", "WHEAT", "SPELT"), part(features, "loaf").get("enum"));
    assertEquals(List.of("number", "null"), part(features, "mean_spent").get("type"));
  }

  @Test
  void answersTheRequestOfItsOwnExample() {
    Map<String, Object> spec = bakery.api.get("/openapi.json").json();
    Object example = part(spec, "components", "schemas", "Record").get("example");
    String json =
        new String(
            CanonicalJson.write(Map.of("records", List.of(example))), StandardCharsets.UTF_8);

    assertEquals(200, bakery.api.post("/v1/predictions", json).status());
  }

  @Test
  void hasEveryPathThatItSpecifies() {
    Map<String, Object> spec = bakery.api.get("/openapi.json").json();

    part(spec, "paths")
        .forEach((path, operations) -> {
          String concrete = path.toString().replace("{id}", "1");
          int status =
              ((Map<?, ?>) operations).containsKey("get")
                  ? bakery.api.get(concrete).status()
                  : bakery.api.post(concrete, "[]").status();
          assertEquals(200, status, concrete);
        });
  }

  @Test
  void tellsWhoApprovedTheModelAndDespiteWhat() {
    Map<String, Object> card = bakery.api.get("/v1/model").json();

    Map<?, ?> approval = part(card, "approval");
    assertEquals("bob", approval.get("approver"));
    assertEquals(false, approval.get("self_approved"));
    assertEquals(true, approval.get("despite_policy"));
    assertTrue(
        approval
            .get("notice")
            .toString()
            .endsWith(
                "Approved despite the policy, which rejects it: auc is 0.51, expected at least 0.6."),
        approval.toString());
    assertEquals("bakery", card.get("project"));
    assertEquals(bakery.server.served().modelDigest().toString(), card.get("model"));
  }

  @Test
  void tellsWhatTheModelReads() {
    List<?> features = (List<?>) bakery.api.get("/v1/model").json().get("features");

    assertEquals(
        Map.of(
            "name",
            "visits",
            "kind",
            "int",
            "optional",
            false,
            "min",
            0,
            "max",
            1000,
            "doc",
            "Earlier visits"),
        features.getFirst());
    assertEquals(
        Map.of(
            "name",
            "mean_spent",
            "kind",
            "double",
            "optional",
            true,
            "min",
            0.0,
            "doc",
            "Mean of what was spent before; missing at the first visit"),
        features.get(1));
    assertEquals(
        List.of("RYE", "WHEAT", "SPELT"), part((Map<?, ?>) features.getLast()).get("levels"));
  }

  @ParameterizedTest
  @CsvSource({"/health/live,live", "/health/ready,ready"})
  void isLiveAndReady(String path, String name) {
    assertEquals(Map.of(name, true), bakery.api.get(path).json());
  }

  @Test
  void countsWhatItDoes() {
    bakery.api.get("/v1/predictions/1");
    bakery.api.get("/v1/features/0");
    bakery.api.get("/v1/features/x");
    bakery.api.get("/any/path");

    String metrics = bakery.api.get("/metrics").body();

    assertMatches("penstock_feature_lookup_total\\{status=\"PRESENT\"} [1-9].*", metrics);
    assertMatches("penstock_feature_lookup_total\\{status=\"NOT_FOUND\"} [1-9].*", metrics);
    assertMatches("penstock_feature_lookup_total\\{status=\"INVALID\"} [1-9].*", metrics);
    assertMatches("penstock_prediction_score_bucket\\{le=\"0.75\"} [1-9].*", metrics);
    assertMatches(
        "penstock_model_info\\{alias=\"production\",digest=\"%s\",model=\"bakery\",version=\"run-1\"} 1"
            .formatted(bakery.server.served().modelDigest()),
        metrics);
    assertMatches(
        "http_server_requests_seconds_count\\{method=\"GET\",status=\"200\",uri=\"/v1/predictions/\\{id}\"} [1-9].*",
        metrics);
    assertMatches(
        "http_server_requests_seconds_count\\{method=\"GET\",status=\"404\",uri=\"UNKNOWN\"} [1-9].*",
        metrics);
  }

  private static void assertMatches(String pattern, String lines) {
    assertTrue(lines.lines().anyMatch(line -> line.matches(pattern)), () -> pattern + "\n" + lines);
  }

  private static Map<?, ?> part(Map<?, ?> tree, String... names) {
    Map<?, ?> part = tree;
    for (String name : names) {
      part = (Map<?, ?>) part.get(name);
    }
    return part;
  }
}
