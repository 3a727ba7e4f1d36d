package org.penstock.PACKAGE;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;

/** Orders and their features by hand: a first one, two of one day, an unknown number of things. */
class GoldenOrdersTest {

  @Test
  void hasTheFeaturesThatWereComputedElsewhere() throws Exception {
    var engine = new PointInTime<>(new CLASS().view(), new AsOf.Event(), Ties.UNSEEN);
    RowSchema<OrderFeatures> features = RowSchema.of(OrderFeatures.class);

    List<Order> orders = orders();
    List<double[]> golden = golden();

    assertEquals(golden.size(), orders.size());
    for (int i = 0; i < golden.size(); i++) {
      double[] computed = features.toNumbers(engine.next(orders.get(i)));
      assertArrayEquals(golden.get(i), computed, "order " + orders.get(i).orderId());
    }
  }

  private static List<Order> orders() throws IOException {
    try (InputStream in = GoldenOrdersTest.class.getResourceAsStream("golden-orders.csv")) {
      return Csv.read("golden-orders.csv", Order.class, in).good();
    }
  }

  private static List<double[]> golden() throws IOException {
    try (InputStream in = GoldenOrdersTest.class.getResourceAsStream("golden-features.csv")) {
      String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return csv.lines().skip(1).map(GoldenOrdersTest::numbers).toList();
    }
  }

  private static double[] numbers(String line) {
    return Stream.of(line.split(",", -1))
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }
}
