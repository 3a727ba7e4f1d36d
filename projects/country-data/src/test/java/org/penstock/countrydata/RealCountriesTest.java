package org.penstock.countrydata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.feature.sample.RealData;
import org.penstock.gathering.GatherMain;
import org.penstock.step.StepMain;

class RealCountriesTest {

  @TempDir private Path directory;

  @Test
  void fiveOf247AreMissingAndOneOfThemIsACountry() throws Exception {
    Path airports = RealData.require("country-data/airports.csv.gz");
    Path outputs = directory.resolve("outputs");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, UTF_8);

    int code =
        new StepMain(Map.of(), out, out, Clock.systemUTC())
            .run(
                GatherMain.step(),
                List.of(
                    "--project=country-data",
                    "--source=" + airports,
                    "--store=" + directory.resolve("store"),
                    "--outputs=" + outputs))
            .code();

    assertEquals(0, code, said.toString(UTF_8));
    assertEquals("242", Files.readString(outputs.resolve("answered")));
    assertEquals("247", Files.readString(outputs.resolve("calls")));
    assertEquals(
        "{\"format-version\":1,\"missing\":["
            + "{\"expected\":false,\"key\":\"CI\",\"kind\":\"country\",\"name\":\"Côte d'Ivoire\",\"rows\":32},"
            + "{\"expected\":true,\"key\":\"GS\",\"kind\":\"territory\",\"name\":\"South Georgia and the"
            + " South Sandwich Islands\",\"rows\":1},"
            + "{\"expected\":true,\"key\":\"HM\",\"kind\":\"territory\",\"name\":\"not in the list of"
            + " countries\",\"rows\":2},"
            + "{\"expected\":true,\"key\":\"XP\",\"kind\":\"no country\",\"name\":\"not in the list of"
            + " countries\",\"rows\":9},"
            + "{\"expected\":true,\"key\":\"ZZ\",\"kind\":\"no country\",\"name\":\"Unknown or unassigned"
            + " country\",\"rows\":2}]}",
        text(outputs, "missing"));
    assertEquals(
        1,
        text(outputs, "answers")
            .lines()
            .filter("{\"code\":\"NA\",\"continent\":\"AF\",\"name\":\"Namibia\"}"::equals)
            .count());
    assertEquals(
        "sha256:2f5d70aff29154a89b88f4c7c44f7f03be611947c6c67387e6be3c519c73fcd0",
        Files.readString(outputs.resolve("answers")));
  }

  private String text(Path outputs, String name) throws Exception {
    Sha256 digest = Sha256.parse(Files.readString(outputs.resolve(name)));
    return Files.readString(
        new LocalArtifactStore(directory.resolve("store")).fetch(digest), UTF_8);
  }
}
