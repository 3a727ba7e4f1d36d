package org.penstock.feature;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Label;

/** A row of an invented table: {@code payer} paid {@code amount}; it was known at {@code known}. */
record Payment(
    @Entity long payer,
    @EventTime LocalDateTime time,
    Optional<LocalDateTime> known,
    double amount,
    @Label boolean failed) {

  static Payment of(long payer, int hour, double amount) {
    return new Payment(payer, at(hour), Optional.empty(), amount, false);
  }

  /** A payment which is known some hours after it happened. */
  static Payment late(long payer, int hour, int known, double amount) {
    return new Payment(payer, at(hour), Optional.of(at(known)), amount, false);
  }

  static LocalDateTime at(int hour) {
    return LocalDateTime.of(2020, 2, 28, 0, 0).plusHours(hour);
  }

  /**
   * What is known of a payer.
   *
   * @param hour of the as-of moment, since the first
   */
  record Features(int count, OptionalDouble sum, double last, int failures, long hour) {}

  /** Everything that a history could leak. */
  record View() implements FeatureView<Payment, Features> {
    @Override
    public Class<Payment> rowType() {
      return Payment.class;
    }

    @Override
    public Class<Features> featureType() {
      return Features.class;
    }

    @Override
    public Optional<LocalDateTime> knownAt(Payment row) {
      return row.known();
    }

    @Override
    public History<Payment, Features> history() {
      return new Past();
    }
  }

  /** Counts, sums and remembers the last amount, so that the order of observation shows. */
  private static final class Past implements History<Payment, Features> {
    private int count;
    private double sum;
    private double last;
    private int failures;

    @Override
    public Features features(Payment row, LocalDateTime asOf) {
      return new Features(
          count,
          count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum),
          last,
          failures,
          Duration.between(at(0), asOf).toHours());
    }

    @Override
    public void observe(Payment row) {
      count++;
      sum += row.amount();
      last = row.amount();
      failures += row.failed() ? 1 : 0;
    }
  }
}
