package org.penstock.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.PolicyFindings;
import org.penstock.evaluate.finding.Verdict.Level;
import org.penstock.evaluate.page.PageTables;
import org.penstock.evaluate.page.ReportPage;
import org.penstock.evaluation.Estimate;
import org.penstock.evaluation.Metric;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evaluations of several classes and of a number, from judging to page and JSON. */
class TaskReportTest {

  private static final PolicyFindings POLICY =
      new PolicyFindings(List.of(new PolicyFindings.Line("a <limit>", 0.5, true)));

  @Test
  void modesAreToldApart() {
    Findings findings = Plant.ofModes().findings();

    Estimate f1 = findings.metrics().get(Metric.MACRO_F1);
    // Borders half-way between means three deviations apart: one in 15 lies beyond, of the middle
    // two.
    assertEquals(0.911, f1.value(), 0.03);
    assertTrue(f1.lower() < f1.value() && f1.value() < f1.upper());
    assertEquals(Level.USEFUL, findings.verdict().level());
    assertTrue(
        findings.verdict().reasons().get(1).startsWith("It is weakest on 'idle': F1 "),
        findings.verdict().reasons()::toString);
    assertEquals(1.0 / 6, findings.baseline().metrics().get(Metric.MACRO_F1), 0.01);
  }

  @Test
  void theLabelsOfARowAreSaidTogether() {
    Findings findings = Plant.ofModes().findings();

    Estimate difference =
        findings.candidates().getFirst().difference().orElseThrow().get(Metric.LOG_LOSS);
    assertEquals(
        Math.log(3) - findings.metrics().get(Metric.LOG_LOSS).value(), difference.value(), 1e-9);
    assertEquals(
        new Estimate(0, 0, 0),
        findings.champion().orElseThrow().difference().orElseThrow().get(Metric.MACRO_F1));
  }

  @Test
  void writesWhatIsTakenForWhat() {
    JsonNode json = json(Plant.ofModes().findings());

    assertEquals("classes", json.at("/task").stringValue());
    assertEquals("load <full>", json.at("/labels/2").stringValue());
    assertEquals("load <full>", json.at("/by-label/2/label").stringValue());
    long rows = 0;
    for (JsonNode is : json.at("/confusion")) {
      for (JsonNode called : is) {
        rows += called.longValue();
      }
    }
    assertEquals(json.at("/rows/test").longValue(), rows);
    assertEquals(
        rows,
        json.at("/rows/test-labels/0").longValue()
            + json.at("/rows/test-labels/1").longValue()
            + json.at("/rows/test-labels/2").longValue());
    assertTrue(json.at("/importances/0/macro-f1-loss").doubleValue() > 0.4);
    assertTrue(json.at("/cutoff").isMissingNode() && json.at("/curves").isMissingNode());
    assertTrue(json.at("/slices/0/base-rate").isMissingNode());
  }

  @Test
  void aLoadIsPredictedWithABias() {
    Findings findings = Plant.ofLoads().findings();

    assertEquals(-1, findings.metrics().get(Metric.BIAS).value(), 0.2);
    // The mean of |1 + z| for a normal z.
    assertEquals(1.17, findings.metrics().get(Metric.MAE).value(), 0.15);
    assertEquals(Level.USEFUL, findings.verdict().level());
    assertTrue(findings.verdict().reasons().get(1).startsWith("It says too little"));
    assertEquals(
        List.of("median", "mean"),
        findings.baselines().stream().map(baseline -> baseline.name()).toList());
  }

  @Test
  void writesTheMeansOfNumbersAndTheRepeats() {
    JsonNode json = json(Plant.ofLoads().findings());

    assertEquals("number", json.at("/task").stringValue());
    assertEquals(0, json.at("/labels").size());
    assertEquals(
        json.at("/slices/0/mean-target").doubleValue() - 1,
        json.at("/slices/0/mean-prediction").doubleValue(),
        0.3);
    assertTrue(json.at("/importances/0/mae-loss").doubleValue() > 5);
    assertEquals(2, json.at("/repeats/metrics/mae/mean").doubleValue());
    assertEquals(Math.sqrt(2), json.at("/repeats/metrics/mae/deviation").doubleValue(), 1e-15);
    assertTrue(json.at("/metrics/coverage").isMissingNode());
  }

  @Test
  void drawsWhatWasSaidAndWhatHappenedInTenths() {
    String html = ReportPage.of(Plant.ofLoads().findings(), POLICY, Optional.empty());
    List<List<String>> tenths = PageTables.captioned(html, "Said and happened");

    assertEquals(10, tenths.size());
    double[] said = PageTables.column(tenths, 0);
    double[] happened = PageTables.column(tenths, 1);
    for (int i = 0; i < said.length; i++) {
      assertEquals(said[i] + 1, happened[i], 0.6);
      assertTrue(i == 0 || said[i] > said[i - 1]);
    }
  }

  @Test
  void drawsHowErrorsAreSpread() {
    String html = ReportPage.of(Plant.ofLoads().findings(), POLICY, Optional.empty());
    List<List<String>> bins = PageTables.captioned(html, "Errors");

    double[] from = PageTables.column(bins, 0);
    double[] shares = PageTables.column(bins, 1);
    double half = (from[1] - from[0]) / 2;
    double mean = 0;
    for (int i = 0; i < from.length; i++) {
      mean += shares[i] * (from[i] + half);
    }
    assertEquals(40, bins.size());
    assertEquals(1, Arrays.stream(shares).sum(), 0.01);
    assertEquals(-1, mean, 0.2);
  }

  @Test
  void tellsTheLabelsWithTheirIntervals() {
    Findings findings = Plant.ofModes().findings();
    String html = ReportPage.of(findings, POLICY, Optional.empty());
    List<String> idle = PageTables.captioned(html, "Precision, recall and F1").get(1);

    JsonNode json = json(findings).at("/by-label/1");
    assertEquals("idle", idle.getFirst());
    assertEquals(json.at("/precision").doubleValue(), Double.parseDouble(idle.get(1)), 5e-4);
    assertEquals(
        "%.3f to %.3f"
            .formatted(json.at("/f1-lower").doubleValue(), json.at("/f1-upper").doubleValue())
            .replace(',', '.'),
        idle.get(6));
  }

  @Test
  void everyPageIsWellFormedAndWithoutWhatIsNoNumber() throws Exception {
    for (Findings findings : List.of(Plant.ofModes().findings(), Plant.ofLoads().findings())) {
      String html = ReportPage.of(findings, POLICY, Optional.empty());

      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(html.replaceAll("<meta[^>]*>", ""))));
      assertFalse(html.contains("NaN"), findings.subject()::toString);
      assertFalse(html.contains("://"));
      assertTrue(html.contains("in 2 folds, 1 time"));
      assertTrue(html.contains("left 4 more out"));
      assertTrue(html.contains(", on 450 rows"));
    }
  }

  @Test
  void aModelOfOtherLabelsIsRefused() {
    Plant plant = Plant.ofModes();
    var other =
        plant.bundle(Plant.column("mode", Kind.CATEGORY, List.of("a", "b", "c"), Role.LABEL));

    var thrown = assertThrows(IllegalArgumentException.class, () -> plant.findings(other));

    assertEquals(
        "The model predicts several classes with labels [a, b, c]; the training table has [off,"
            + " idle, load <full>]",
        thrown.getMessage());
  }

  private static JsonNode json(Findings findings) {
    return JsonMapper.shared().readTree(EvaluationJson.of(findings));
  }
}
