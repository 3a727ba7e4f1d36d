package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penstock.scoring.Calibration;

class RankCurveTest {

  /** A rank of four is a multiple of an eighth, and exact. */
  @Test
  void givesEachItsMiddleRank() {
    Calibration curve = RankCurve.of(new double[] {0.4, 0.1, 0.3, 0.2});

    assertEquals(0.125, curve.apply(0.1));
    assertEquals(0.375, curve.apply(0.2));
    assertEquals(0.875, curve.apply(0.4));
  }

  @Test
  void givesEqualOnesOneRank() {
    Calibration curve = RankCurve.of(new double[] {0.1, 0.2, 0.2, 0.9});

    assertEquals(0.5, curve.apply(0.2));
  }

  @Test
  void changesNoOrderAlsoBeyondWhatWasSaid() {
    Random random = new Random(3);
    double[] said = new double[5_000];
    for (int i = 0; i < said.length; i++) {
      said[i] = Math.pow(random.nextDouble(), 4) / 3;
    }

    Calibration curve = RankCurve.of(said);

    double before = -1;
    for (double p = 0; p <= 1; p += 1e-4) {
      assertTrue(curve.apply(p) > before, "at " + p);
      before = curve.apply(p);
    }
  }

  @Test
  void saysHowManyAreLess() {
    Random random = new Random(4);
    double[] said = new double[20_000];
    for (int i = 0; i < said.length; i++) {
      said[i] = random.nextDouble();
    }

    Calibration curve = RankCurve.of(said);

    // Of 20,000 uniform numbers a share deviates by at most .0035, three deviations of each.
    assertEquals(0.25, curve.apply(0.25), 0.011);
    assertEquals(0.9, curve.apply(0.9), 0.008);
  }

  @Test
  void takesOneNumberAndExtremes() {
    assertEquals(0.5, RankCurve.of(new double[] {0.3}).apply(0.3));
    assertEquals(0.75, RankCurve.of(new double[] {0, 1}).apply(0.75));
    assertEquals(0.5, RankCurve.of(new double[] {0, 0}).apply(0.5));
  }
}
