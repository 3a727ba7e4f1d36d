package org.penstock.serving.http;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.penstock.approval.Deployment;
import org.penstock.feature.FeatureTable;
import org.penstock.serving.production.Production;
import org.penstock.serving.production.ServedModel;

/** Counts what the service does, under names without the ids of entities. */
public final class ServingMetrics {

  private static final int SCORE_BUCKETS = 20;

  private final PrometheusMeterRegistry registry;
  private final Production production;
  private final MultiGauge modelInfo;
  private final Counter present;
  private final Counter notFound;
  private final Counter invalid;
  private final Histogram scores;
  private final AtomicBoolean processBound = new AtomicBoolean();

  /**
   * @param production what is served, whose digest is shown
   */
  public ServingMetrics(Production production) {
    this.production = requireNonNull(production, "production");
    this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    this.modelInfo =
        MultiGauge.builder("penstock.model.info")
            .description("The model that is served, as labels; always 1")
            .register(registry);
    this.present = lookups(EntityFeatures.Status.PRESENT.name());
    this.notFound = lookups(EntityFeatures.Status.NOT_FOUND.name());
    this.invalid = lookups("INVALID");
    // Not a DistributionSummary: that one rounds up, so every probability would count as 1.
    this.scores =
        Histogram.builder()
            .name("penstock_prediction_score")
            .help("Predicted probabilities")
            .classicOnly()
            .withoutExemplars() // they name a trace, and there is no tracer
            .classicUpperBounds(
                IntStream.rangeClosed(1, SCORE_BUCKETS)
                    .mapToDouble(i -> i / (double) SCORE_BUCKETS)
                    .toArray())
            .register(registry.getPrometheusRegistry());
  }

  private Counter lookups(String status) {
    return Counter.builder("penstock.feature.lookup")
        .description("Entities looked up in the feature table")
        .tag("status", status)
        .register(registry);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  /**
   * Returns the row of {@code id} in the feature table, and counts the attempt.
   *
   * @throws InvalidIdException if it cannot be an id
   * @throws UnknownEntityException if nothing is known of the entity
   */
  int lookUp(String id, FeatureTable features) {
    try {
      int row = EntityIds.rowOf(id, features);
      present.increment();
      return row;
    } catch (UnknownEntityException e) {
      notFound.increment();
      throw e;
    } catch (InvalidIdException e) {
      invalid.increment();
      throw e;
    }
  }

  void lookedUp(EntityFeatures.Status status) {
    switch (status) {
      case PRESENT -> present.increment();
      case NOT_FOUND -> notFound.increment();
    }
  }

  void predicted(Prediction prediction) {
    prediction.probability().ifPresent(scores::observe);
  }

  /** Binds what is read anyway, and when it is read first: a start need not wait for it. */
  private void bindProcess() {
    if (processBound.compareAndSet(false, true)) {
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
    }
  }

  /** Returns all metrics in the text format of Prometheus. */
  String scrape() {
    bindProcess();
    ServedModel served = production.current();
    modelInfo.register(
        List.of(
            MultiGauge.Row.of(
                Tags.of(
                    "model",
                    served.model().project(),
                    "version",
                    served.deployment().run(),
                    "digest",
                    served.modelDigest().toString(),
                    "alias",
                    Deployment.ALIAS),
                1)),
        true);
    return registry.scrape();
  }
}
