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
import org.penstock.evaluate.plot.Markup;

/** The report of an evaluation, from the verdict down to the provenance. */
public final class ReportPage {

  /** What a person decided is written between this mark and {@link #APPROVAL_END}. */
  static final String APPROVAL = "<!-- approval -->";

  static final String APPROVAL_END = "<!-- /approval -->";

  private ReportPage() {}

  /**
   * Returns the page.
   *
   * @param data the rows behind it; empty: not known
   */
  public static String of(Findings findings, Optional<DataQuality> data) {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .element("title", "Evaluation of " + findings.subject().project())
        .raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    header(page, findings);
    verdict(page, findings);
    warnings(page, findings.warnings());
    approval(page);
    KeyFigures.write(page, findings);
    switch (findings.detail()) {
      case Detail.Binary binary -> BinaryPlots.write(page, findings, binary);
      case Detail.Classes classes -> ClassPlots.write(page, findings, classes);
      case Detail.Number number -> NumberPlots.write(page, findings, number);
    }
    findings.forecast().ifPresent(forecast -> ForecastPlots.write(page, forecast));
    Comparisons.write(page, findings);
    RepeatTable.write(page, findings);
    SliceTable.write(page, findings);
    FeatureTable.write(page, findings);
    SearchTable.write(page, findings);
    data.ifPresent(rows -> DataSection.write(page, rows));
    Provenance.write(page, findings);
    return page.raw("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void header(Markup page, Findings findings) {
    page.open("header");
    page.element(
        "p", "Penstock · evaluation of " + findings.subject().project(), "class", "kicker");
    page.element("h1", findings.subject().title());
    page.element(
        "p",
        "Candidate “%s”, %s"
            .formatted(findings.subject().card().candidate(), Phrases.lede(findings)),
        "class",
        "lede");
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

  private static void approval(Markup page) {
    page.raw("<section id=\"approval\">").element("h2", "Approval");
    page.raw(APPROVAL).element("p", "Not decided yet.").raw(APPROVAL_END);
    page.close("section").line();
  }
}
