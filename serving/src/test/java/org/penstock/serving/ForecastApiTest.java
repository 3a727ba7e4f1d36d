package org.penstock.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ForecastApiTest {

  @TempDir private static Path directory;
  private static RunningBakery lamp;

  @BeforeAll
  static void start() throws IOException {
    lamp = RunningBakery.start(directory, new Lamp(), Lamp.bundle());
  }

  @AfterAll
  static void stop() {
    lamp.close();
  }

  @Test
  void tellsTheHoursAheadOfTheEndOfTheData() {
    Api.Reply reply = lamp.api.get("/v1/forecast?hours=3");

    assertEquals(200, reply.status());
    Map<String, Object> json = reply.json();
    assertEquals("2016-01-01T00:00", json.get("now"));
    assertEquals("2016-01-01T03:00", json.get("time"));
    assertEquals(31.0, json.get("prediction"));
    assertEquals(Map.of("lower", 24.0, "upper", 38.0, "confidence", 0.9), json.get("interval"));
    assertEquals(
        List.of(12.0, 18.0, 31.0),
        ((List<?>) json.get("forecast"))
            .stream().map(hour -> ((Map<?, ?>) hour).get("prediction")).toList());
  }

  @Test
  void tellsWhatIsUsualAtAPlaceInTheCalendar() {
    Map<String, Object> json =
        lamp.api.get("/v1/forecast?hour_of_day=8&day_of_week=3&day_of_year=122").json();

    assertEquals("2019-05-02T08:00", json.get("time"));
    assertEquals(80.0, json.get("prediction"));
  }

  @Test
  void readsTheBodyOfAGet() throws Exception {
    assertTrue(body("{\"N\": 3}").body().contains("\"prediction\":31.0"));
    assertTrue(
        body("{\"hour_of_day\": 8, \"day_of_week\": 3, \"day_of_year\": 122}")
            .body()
            .contains("\"prediction\":80.0"));
    assertEquals(400, body("{\"N\": \"three\"}").statusCode());
  }

  @Test
  void namesTheFieldThatIsWrong() {
    Api.Reply reply = lamp.api.get("/v1/forecast?hours=0");

    assertEquals(400, reply.status());
    assertEquals("out-of-range", reply.code());
    assertEquals("hours", reply.json().get("field"));
  }

  @Test
  void isInTheSpecificationAndOnThePage() {
    assertTrue(lamp.api.get("/openapi.json").body().contains("\"/v1/forecast\""));
    assertTrue(lamp.api.get("/").body().contains("/v1/forecast?hours=24"));
  }

  @Test
  void otherProjectsHaveNone(@TempDir Path other) throws IOException {
    try (RunningBakery bakery = RunningBakery.start(other)) {
      Api.Reply reply = bakery.api.get("/v1/forecast?hours=3");

      assertEquals(404, reply.status());
      assertEquals("no-forecast", reply.code());
    }
  }

  private static HttpResponse<String> body(String json) throws Exception {
    URI uri = lamp.server.uri().resolve("/v1/forecast");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri).method("GET", BodyPublishers.ofString(json)).build(),
          BodyHandlers.ofString());
    }
  }
}
