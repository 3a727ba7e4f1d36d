package org.penstock.PACKAGE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.penstock.feature.AsOf;
import org.penstock.feature.PointInTime;
import org.penstock.feature.Ties;
import org.penstock.feature.sample.Draw;

/**
 * Invented orders. Whether one is sent back depends on its features and on nothing else, so that a
 * leak would show as a model that is too good.
 */
final class SampleOrders {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  private SampleOrders() {}

  /** Returns the orders of {@code customers}, by day; equal seeds give equal orders. */
  static List<Order> of(long seed, int customers) {
    Draw draw = new Draw(seed);
    List<Order> orders = new ArrayList<>();
    for (int customer = 1; customer <= customers; customer++) {
      int count = draw.count(6, 40);
      for (int i = 0; i < count; i++) {
        orders.add(
            new Order(
                orders.size() + 1,
                customer,
                FIRST_DAY.plusDays(draw.between(0, 365)),
                10 + draw.exponential(40),
                draw.happens(.1) ? OptionalInt.empty() : OptionalInt.of(draw.count(2, 20)),
                false));
      }
    }
    orders.sort(Comparator.comparing(Order::orderedOn).thenComparing(Order::orderId));
    var engine = new PointInTime<>(new CLASS().view(), new AsOf.Event(), Ties.UNSEEN);
    return orders.stream()
        .map(order -> returned(order, draw.happens(chance(engine.next(order)))))
        .toList();
  }

  /** Dear orders, dearer than usual, of many things, and of new customers. */
  private static double chance(OrderFeatures known) {
    double logit =
        -1.4
            + .04 * (Math.min(known.price(), 150) - 50)
            - .02 * (Math.min(known.meanPrice().orElse(50), 150) - 50)
            + .2 * (known.items().orElse(2) - 2)
            - .1 * Math.min(known.earlierOrders(), 10);
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static Order returned(Order order, boolean returned) {
    return new Order(
        order.orderId(),
        order.customerId(),
        order.orderedOn(),
        order.price(),
        order.items(),
        returned);
  }
}
