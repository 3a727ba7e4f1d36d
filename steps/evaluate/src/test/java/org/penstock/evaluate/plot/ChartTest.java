package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.penstock.evaluation.Curves.Point;
import org.penstock.evaluation.Estimate;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {

  private final Chart chart =
      new Chart("roc", "ROC & more", "Area <0.5>", Axis.shares("x"), Axis.shares("y"));

  @Test
  void saysWhatItShowsToThoseWhoDoNotSeeIt() throws Exception {
    Element svg = parse(chart.svg());

    assertEquals("img", svg.getAttribute("role"));
    assertEquals("roc-title roc-desc", svg.getAttribute("aria-labelledby"));
    assertEquals("ROC & more", svg.getElementsByTagName("title").item(0).getTextContent());
    assertEquals("Area <0.5>", svg.getElementsByTagName("desc").item(0).getTextContent());
  }

  @Test
  void drawsFromTheLowerLeftToTheUpperRight() {
    String svg = chart.line("one", List.of(new Point(0, 0), new Point(1, 1))).svg();

    assertTrue(svg.contains("d=\"M58 254L382 12\""), svg);
  }

  @Test
  void leavesOutWhatIsNoNumber() {
    String svg =
        chart
            .line("one", List.of(new Point(0, Double.NaN), new Point(0, 0), new Point(1, 1)))
            .svg();

    assertTrue(svg.contains("d=\"M58 254L382 12\""), svg);
    assertFalse(svg.contains("NaN"));
  }

  @Test
  void aDotWithoutAnIntervalHasNoWhisker() {
    assertFalse(chart.dot("one", 0.5, 0.5, Double.NaN, Double.NaN).svg().contains("whisker"));
  }

  @Test
  void aDotThatIsNoNumberIsNotDrawn() {
    assertFalse(chart.dot("one", 0.5, Double.NaN, Double.NaN, Double.NaN).svg().contains("circle"));
  }

  @Test
  void anIntervalBeyondTheScaleEndsWithIt() {
    String svg =
        new IntervalBar(new Axis("", 0.4, 1, Numbers::plain), 0.5, "chance")
            .svg("AUC", new Estimate(0.3, 0.2, 0.6));

    assertTrue(svg.contains("<circle class=\"dot one\" cx=\"5\""), svg);
    assertTrue(svg.contains("AUC: 0.300, interval 0.200 to 0.600; chance 0.500"), svg);
  }

  private static Element parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }
}
