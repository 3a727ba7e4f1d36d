package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The ranked list of a project whose rows are scored in batches. A project without this section has
 * no such list.
 *
 * @param rows which rows are scored
 * @param listed labels whose rows are on the list; empty: all rows
 * @param by label whose probability orders the list; empty: the last label
 * @param order of the list; rows of equal probability are in the order of their ids
 * @param columns what they are called
 */
public record ScoreSettings(
    @Default("latest") Rows rows,
    @Default("[]") List<String> listed,
    @Default("''") String by,
    @Default("descending") Order order,
    @Default("{}") Columns columns) {

  /** Which rows are scored. */
  public enum Rows {
    /** The last row of every entity; all rows, if they have no entity. */
    LATEST,
    /** Every row. */
    ALL
  }

  /** Which end of the list comes first. */
  public enum Order {
    /** The likeliest. */
    DESCENDING,
    /** The least likely. */
    ASCENDING
  }

  /**
   * What the columns of the list are called, in their order.
   *
   * @param id who is scored; empty: as in the rows
   * @param prediction the label that is predicted
   * @param probabilities of the labels, in their order; empty: {@code probability_} and the label
   */
  public record Columns(
      @Default("''") String id,
      @Default("prediction") String prediction,
      @Default("[]") List<String> probabilities) {

    /** What Avro allows as a name, and so Parquet files that others read. */
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    public Columns {
      probabilities = List.copyOf(probabilities);
      var problems = new Violations();
      problems.check(
          id.isEmpty() || id.matches(NAME), "id", "expected letters, digits and '_', got '%s'", id);
      problems.check(
          prediction.matches(NAME),
          "prediction",
          "expected letters, digits and '_', got '%s'",
          prediction);
      for (int i = 0; i < probabilities.size(); i++) {
        problems.check(
            probabilities.get(i).matches(NAME),
            "probabilities[%d]".formatted(i),
            "expected letters, digits and '_', got '%s'",
            probabilities.get(i));
      }
      List<String> all = new ArrayList<>(probabilities);
      all.add(id);
      all.add(prediction);
      problems.check(
          new HashSet<>(all).size() == all.size(),
          "probabilities",
          "expected each column once, got %s",
          all);
      problems.throwIfAny();
    }
  }

  public ScoreSettings {
    listed = List.copyOf(listed);
    var problems = new Violations();
    problems.check(
        new HashSet<>(listed).size() == listed.size(),
        "listed",
        "expected each label once, got %s",
        listed);
    problems.throwIfAny();
    requireNonNull(rows, "rows");
    requireNonNull(by, "by");
    requireNonNull(order, "order");
    requireNonNull(columns, "columns");
  }
}
