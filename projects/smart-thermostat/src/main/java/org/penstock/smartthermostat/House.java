package org.penstock.smartthermostat;

import java.util.Optional;
import java.util.OptionalInt;
import org.penstock.feature.sample.Draw;

/** An invented house, and what its people use. */
record House(
    OptionalInt constructionYear,
    OptionalInt floorArea,
    Optional<Province> province,
    Consumption now,
    Consumption before) {

  /** The register's word for houses so old that nobody knows. */
  private static final int VERY_OLD = 1005;

  private static final double[] PEOPLE = {
    225, 128, 410, 716, 220, 416, 1747, 1514, 436, 3705, 72, 9856
  };

  /** What is used in a year; every part may be unknown. */
  record Consumption(
      OptionalInt offPeak, OptionalInt peak, OptionalInt electricity, OptionalInt gas) {

    static final Consumption UNKNOWN =
        new Consumption(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  /** Draws a house. {@code supplied}: whether there is an electricity contract now. */
  static House draw(Draw draw, boolean supplied) {
    int area = (int) Math.clamp(101 * StrictMath.exp(.38 * draw.normal()), 11, 5_316);
    boolean registered = !draw.happens(.059);
    Consumption before = used(draw, area);
    boolean forgotten = !supplied && draw.happens(.4);
    return new House(
        registered ? OptionalInt.of(year(draw)) : OptionalInt.empty(),
        registered ? OptionalInt.of(area) : OptionalInt.empty(),
        draw.happens(.028) ? Optional.empty() : Optional.of(draw.one(Province.values(), PEOPLE)),
        supplied ? now(draw, area, before) : Consumption.UNKNOWN,
        forgotten ? Consumption.UNKNOWN : before);
  }

  /** What is estimated stays as it was until somebody reads a meter. */
  private static Consumption now(Draw draw, int area, Consumption before) {
    return draw.happens(.93) ? before : used(draw, area);
  }

  private static Consumption used(Draw draw, int area) {
    double size = StrictMath.exp(.45 * draw.normal());
    int total = (int) (25 * area * size);
    int offPeak = (int) (total * Math.clamp(.47 + .08 * draw.normal(), 0, 1));
    boolean singleTariff = draw.happens(.08);
    int gas = draw.happens(.06) ? draw.between(0, 100) : (int) (11.8 * area * size);
    return new Consumption(
        singleTariff ? OptionalInt.empty() : OptionalInt.of(offPeak),
        OptionalInt.of(singleTariff ? total : total - offPeak),
        OptionalInt.of(total),
        draw.happens(.1) ? OptionalInt.empty() : OptionalInt.of(gas));
  }

  private static int year(Draw draw) {
    if (draw.happens(.001)) {
      return VERY_OLD;
    }

    return draw.happens(.1)
        ? draw.between(1600, 1920)
        : (int) Math.clamp(1978 + 26 * draw.normal(), 1905, 2020);
  }
}
