package org.penstock.PACKAGE;

import java.time.LocalDateTime;
import java.util.OptionalDouble;
import org.penstock.feature.History;

/**
 * What was known of a customer before each order. Whether an earlier order was sent back is known
 * weeks later and so not read here; {@link org.penstock.feature.FeatureView#knownAt} is for that.
 */
final class OrderHistory implements History<Order, OrderFeatures> {

  private int orders;
  private double spent;

  @Override
  public OrderFeatures features(Order order, LocalDateTime asOf) {
    return new OrderFeatures(
        orders,
        orders == 0 ? OptionalDouble.empty() : OptionalDouble.of(spent / orders),
        order.price(),
        order.items());
  }

  @Override
  public void observe(Order order) {
    orders++;
    spent += order.price();
  }
}
