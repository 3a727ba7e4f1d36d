package org.penstock.evaluate.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penstock.evaluate.data.DataQuality;
import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.PolicyFindings;
import org.penstock.evaluate.plot.Markup;

/** The report of an evaluation, from the verdict down to the provenance. */
public final class ReportPage {

  private ReportPage() {}

  /**
   * Returns the page.
   *
   * @param policy what the policy says of them
   * @param data the rows behind it; empty: not known
   */
  public static String of(Findings findings, PolicyFindings policy, Optional<DataQuality> data) {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .element("title", "Evaluation of " + findings.subject().project())
        .raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    header(page, findings, policy);
    Markup body = new Markup();
    verdict(body, findings);
    warnings(body, findings.warnings());
    ApprovalSection.write(body, policy);
    KeyFigures.write(body, findings);
    findings
        .forecast()
        .ifPresent(forecast -> ForecastSection.write(body, findings.subject(), forecast));
    switch (findings.detail()) {
      case Detail.Binary binary -> binary(body, findings, binary);
      case Detail.Classes classes -> ClassPlots.write(body, findings, classes);
      case Detail.Number number -> NumberPlots.write(body, findings, number);
    }
    Comparisons.write(body, findings);
    RepeatTable.write(body, findings);
    SliceTable.write(body, findings);
    FeatureTable.write(body, findings);
    SearchTable.write(body, findings);
    data.ifPresent(rows -> DataSection.write(body, rows));
    Provenance.write(body, findings);
    Contents.write(page, body.toString());
    page.raw(body.toString());
    return page.raw("</main>\n</body>\n</html>\n").toString();
  }

  private static void binary(Markup page, Findings findings, Detail.Binary detail) {
    page.open("section", "id", "plots").element("h2", "How it ranks, and what its numbers mean");
    page.open("div", "class", "plots").line();
    new RankingPlots(page, findings, detail).write();
    new ProbabilityPlots(page, findings, detail).write();
    page.close("div").close("section").line();
  }

  private static String style() {
    try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void header(Markup page, Findings findings, PolicyFindings policy) {
    page.open("header");
    page.element(
        "p", "Penstock · evaluation of " + findings.subject().project(), "class", "kicker");
    page.element("h1", findings.subject().title());
    Lede.write(page, findings, policy);
    page.close("header").line();
  }

  private static void verdict(Markup page, Findings findings) {
    String level = findings.verdict().level().name().toLowerCase(Locale.ROOT);
    page.open("section", "class", "banner " + level, "id", "verdict");
    page.element("p", "Verdict: " + findings.verdict().level().title(), "class", "kicker");
    page.element("h2", findings.verdict().headline());
    list(page, findings.verdict().reasons());
    page.close("section").line();
  }

  private static void warnings(Markup page, List<String> warnings) {
    if (warnings.isEmpty()) {
      return;
    }

    page.open("section", "class", "notes", "id", "warnings");
    page.element("h2", "Before you believe it");
    list(page, warnings);
    page.close("section").line();
  }

  private static void list(Markup page, List<String> sentences) {
    page.open("ul");
    sentences.forEach(sentence -> page.element("li", sentence));
    page.close("ul");
  }
}
