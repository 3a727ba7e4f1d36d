package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What must not be said is in the {@code invalid-gathering-*} files of {@link ProjectConfigTest}.
 */
class GatheringConfigTest {

  @Test
  void takesDefaultsForAllThatIsNotGiven() throws IOException {
    GatheringConfig config = read("valid-gathering.yaml").gathering();

    assertEquals(
        new GatheringConfig(
            "country-data",
            "Countries",
            new SampleSettings(7, 3000),
            new GatherSettings(
                Optional.empty(),
                "/countries/{key}",
                Duration.ofSeconds(10),
                4,
                new BackoffSettings(Duration.ofSeconds(1), 2, Duration.ofSeconds(30), 0.5, 7),
                Duration.ofMinutes(1),
                Duration.ofDays(90),
                0.001),
            new BudgetSettings(
                ZoneId.of("Europe/Amsterdam"),
                60,
                500,
                5000,
                new Money(10_000, "EUR"),
                new Money(25_000_000, "EUR"),
                Optional.empty()),
            new UploadSettings("/revenues?client={client}", "penstock", "revenues.txt")),
        config);
  }

  @Test
  void readsEveryKey() throws IOException {
    GatheringConfig config = read("valid-gathering-every-key.yaml").gathering();

    assertEquals(
        new GatheringConfig(
            "rates",
            "Rates of exchange",
            new SampleSettings(3, 9),
            new GatherSettings(
                Optional.of(URI.create("https://vendor.example.org/api")),
                "/rates/{key}.json",
                Duration.ofSeconds(20),
                2,
                new BackoffSettings(Duration.ofSeconds(2), 3, Duration.ofHours(1), 0.1, 5),
                Duration.ofSeconds(10),
                Duration.ofDays(7),
                0.25),
            new BudgetSettings(
                ZoneId.of("UTC"),
                1,
                2,
                3,
                new Money(0, "USD"),
                new Money(1_500_000, "USD"),
                Optional.of(
                    new OfficeHours(
                        LocalTime.of(8, 30), LocalTime.NOON, List.of(DayOfWeek.SATURDAY)))),
            new UploadSettings("/in/{client}", "me", "a.csv")),
        config);
  }

  @Test
  void hasNoModel() throws IOException {
    ProjectYaml yaml = read("valid-gathering.yaml");

    var thrown = assertThrows(InvalidConfigException.class, yaml::model);

    assertEquals(
        "country-data: a project that gathers has no model, nor settings of one",
        thrown.getMessage());
  }

  @Test
  void aProjectWithAModelDoesNotGather() throws IOException {
    ProjectYaml yaml = read("valid-defaults.yaml");

    assertInstanceOf(ProjectConfig.class, yaml.model());
    var thrown = assertThrows(InvalidConfigException.class, yaml::gathering);
    assertEquals(
        "credit-risk: gather: missing; a project that gathers says from whom", thrown.getMessage());
  }

  @Test
  void moneyPaysForWholeCalls() throws IOException {
    BudgetSettings budget = read("valid-gathering.yaml").gathering().budget();
    BudgetSettings free = read("valid-gathering-every-key.yaml").gathering().budget();

    assertEquals(2500, budget.callsForMoney());
    assertEquals(Long.MAX_VALUE, free.callsForMoney());
  }

  private static ProjectYaml read(String name) throws IOException {
    try (InputStream yaml = GatheringConfigTest.class.getResourceAsStream(name)) {
      return ProjectYaml.read(yaml, name);
    }
  }
}
