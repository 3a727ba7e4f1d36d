package org.penstock.scoring;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person should know of a model.
 *
 * @param description one or two sentences on what it predicts
 * @param candidate its name in {@code project.yaml}
 * @param trainer what learnt it, with the version of the library
 * @param hyperparameters as chosen by the search, by name
 * @param trainingRows how many rows it learnt from
 * @param provenance where it came from: digests of inputs, seed, split, by name
 */
public record ModelCard(
    String description,
    String candidate,
    String trainer,
    SortedMap<String, String> hyperparameters,
    long trainingRows,
    SortedMap<String, String> provenance) {

  public ModelCard {
    requireNonNull(description, "description");
    requireNonNull(candidate, "candidate");
    requireNonNull(trainer, "trainer");
    hyperparameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperparameters));
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    if (trainingRows < 0) {
      throw new IllegalArgumentException("training-rows is %d".formatted(trainingRows));
    }
  }

  /** Returns this card with {@code more} added to the provenance. */
  public ModelCard withProvenance(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(provenance);
    all.putAll(more);
    return new ModelCard(description, candidate, trainer, hyperparameters, trainingRows, all);
  }
}
