package org.penstock.evaluate.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockMapTest {

  @Test
  void joinsNeighboursOfOneShadeAndLeavesOutWhatIsWhole() {
    String svg = map(List.of(0.0, 1.0, 0.9, 0.01));

    // 0.9 and 1 are told apart by nobody.
    assertEquals(2, count(svg, "\"shade\""), svg);
    assertTrue(
        svg.contains("x=\"419.5\" y=\"5\" width=\"267\" height=\"16\" fill-opacity=\"1\""), svg);
    assertTrue(svg.contains("fill-opacity=\"0.1\""), svg);
  }

  @Test
  void shortensNamesThatWouldReachIntoTheCells() {
    String svg =
        new BlockMap("m", "t", "d")
            .line("electricity_last_contract_annual_consumption_total", List.of(0.0), "0 %")
            .svg("first", "last");

    assertTrue(svg.contains(">electricity_last_con…l_consumption_total<"), svg);
  }

  @Test
  void drawsNoCellsOfATableWithoutRows() {
    assertFalse(map(List.of()).contains("\"shade\""));
  }

  private static String map(List<Double> shares) {
    return new BlockMap("m", "t", "d").line("power", shares, "3 %").svg("first", "last");
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
