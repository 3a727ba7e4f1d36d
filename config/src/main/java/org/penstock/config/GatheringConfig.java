package org.penstock.config;

import static java.util.Objects.requireNonNull;

/**
 * All of a project without a model that is tuned: it asks a vendor, and pays for each call.
 *
 * @param name lower case with dashes, e.g. {@code country-data}
 * @param title one line for reports
 * @param sample the generated rows of a run without data
 * @param gather whom to ask, and how patiently
 * @param budget how many calls may be made, when, and for how much money
 * @param upload what is handed in afterwards
 */
public record GatheringConfig(
    String name,
    String title,
    @Default("{}") SampleSettings sample,
    GatherSettings gather,
    BudgetSettings budget,
    UploadSettings upload)
    implements ProjectYaml {

  public GatheringConfig {
    var problems = new Violations();
    problems.checkProject(name, title);
    problems.throwIfAny();
    requireNonNull(sample, "sample");
    requireNonNull(gather, "gather");
    requireNonNull(budget, "budget");
    requireNonNull(upload, "upload");
  }
}
