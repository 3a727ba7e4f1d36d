package org.penstock.gathering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.penstock.config.GatheringConfig;
import org.penstock.config.Money;
import org.penstock.config.ProjectYaml;
import org.penstock.gather.Answer;
import org.penstock.gather.Ending;
import org.penstock.gather.Gathered;
import org.penstock.gather.Missing;
import org.penstock.gather.Usage;
import org.penstock.gather.VendorAddress;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GatherPageTest {

  private static final String CONFIG =
      """
      name: moons
      title: What is known of <moons>
      gather: {vendor: "https://vendor.example", path: "/moons/{key}"}
      budget:
        zone: UTC
        hour: 4
        day: 8
        month: 16
        price: 0.50 EUR
        money-month: 8.00 EUR
      upload: {path: "/moons?client={client}", client: us, file: moons.txt}
      """;

  @Test
  void tellsAStrangerWhatWasAskedAndWhatItCost() throws Exception {
    assertTrue(
        html()
            .contains(
                "<p class=\"lede\">Each of the 4 keys that the rows name is asked of https://vendor.example, once."
                    + " It knows 1 of those it answered and does not know 1."
                    + " This run made 3 calls; all calls of the month cost 1.50 EUR, and the budget ends at 8.00 EUR.</p>"),
        html());
  }

  @Test
  void drawsWhatIsUsedOfTheBudget() throws Exception {
    assertTrue(html().contains("<div style=\"width:75.0%\"></div></div></td><td>3 of 4 calls"));
    assertTrue(html().contains("style=\"width:18.8%\"></div></div></td><td>1.50 EUR of 8.00 EUR"));
  }

  @Test
  void tellsWhatIsMissingFromWhatNeedNotBeKnown() throws Exception {
    assertTrue(
        html()
            .contains(
                "<tr><th scope=\"row\">IO</th><td>Io &amp; others</td><td><span class=\"tag loud\">moon"),
        html());
    assertTrue(html().contains("<s>IO</s>") && html().contains("<span>ES</span>"), html());
  }

  @Test
  void isWellFormedEscapedAndReadableAloud() throws Exception {
    Document page = parse(html());

    assertFalse(html().contains("<moons>"));
    NodeList tables = page.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      assertEquals("caption", tables.item(i).getFirstChild().getNodeName());
    }
    assertEquals(3, tables.getLength());
    NodeList heads = page.getElementsByTagName("th");
    for (int i = 0; i < heads.getLength(); i++) {
      assertFalse(((Element) heads.item(i)).getAttribute("scope").isEmpty());
    }
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new InputSource(
                new StringReader(
                    html.replaceAll("<meta[^>]*>", "").replaceFirst("<!doctype html>", ""))));
  }

  /** Of four moons one is known and one is not, one call failed, and one was not made. */
  private static String html() throws IOException {
    GatheringConfig config =
        ProjectYaml.read(new ByteArrayInputStream(CONFIG.getBytes(UTF_8)), "project.yaml")
            .gathering();
    Gathered gathered =
        new Gathered(
            new TreeMap<>(
                Map.of(
                    "ES", new Answer("ES", Optional.of("{}"), Instant.EPOCH),
                    "IO", new Answer("IO", Optional.empty(), Instant.EPOCH))),
            new TreeMap<>(Map.of("RE", "500 < 501")),
            new TreeSet<>(List.of("TI")),
            3,
            new Usage(3, 3, 3, Money.parse("1.50 EUR"), config.budget()),
            new Ending(Ending.Why.HOUR, "", Optional.empty()));
    List<Missing> missing = List.of(new Missing("IO", "Io & others", "moon", false));
    try (VendorAddress vendor =
        VendorAddress.of(
            config.gather(),
            () -> {
              throw new IOException("Nobody stands in");
            })) {
      return new GatherPage(
              config,
              gathered,
              missing,
              new TreeMap<>(Map.of("IO", 2)),
              new Verdict("Not complete."))
          .html(vendor);
    }
  }
}
