package org.penstock.model;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Split;

/**
 * Models that learn from the whole train part of a split, each once, whoever needs it: an ensemble
 * is made of the very models that are judged beside it.
 */
final class Fits {

  private final Dataset dataset;
  private final Workers workers;
  private final Map<Fit, Future<Learned>> begun = new HashMap<>();

  private record Fit(Recipe recipe, Split split) {}

  Fits(Dataset dataset, Workers workers) {
    this.dataset = dataset;
    this.workers = workers;
  }

  /** Begins to train what is not begun yet; the members of an ensemble one by one. */
  void begin(Recipe recipe, Split split) {
    if (recipe.members().isEmpty()) {
      begun.computeIfAbsent(
          new Fit(recipe, split),
          _ -> workers.begin(() -> recipe.train(Examples.of(dataset, split.train()), 1)));
      return;
    }
    recipe.members().forEach(member -> begin(member.recipe(), split));
  }

  /** Waits for what {@code recipe} learns from the train part of {@code split}. */
  Learned learned(Recipe recipe, Split split) throws InterruptedException {
    begin(recipe, split);
    if (recipe.members().isEmpty()) {
      return workers.result(begun.get(new Fit(recipe, split)));
    }
    Map<Recipe, Learned> members = new HashMap<>();
    for (Recipe.Member member : recipe.members()) {
      members.put(member.recipe(), learned(member.recipe(), split));
    }
    return recipe.mean(members::get);
  }
}
