package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.Detail;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Subject;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;

/** Where the numbers come from, and how to read them. */
final class Provenance {

  private Provenance() {}

  static void write(Markup page, Findings findings) {
    Subject subject = findings.subject();
    page.open("section", "id", "provenance").element("h2", "Provenance");
    page.open("dl", "class", "facts");
    fact(page, "Model", subject.card().description());
    fact(page, "Trainer", subject.card().trainer());
    fact(page, "Learnt from", Numbers.count(subject.card().trainingRows()) + " rows");
    subject
        .card()
        .hyperparameters()
        .forEach((name, value) -> fact(page, name, value.replaceFirst("\\.0$", "")));
    fact(page, "Split", Words.split(subject.split()));
    fact(page, "Rows", Phrases.rows(findings));
    fact(page, "Seed", Long.toString(subject.seed()));
    subject.digests().forEach((name, digest) -> digest(page, name, digest));
    subject.card().provenance().forEach((name, value) -> digest(page, "model: " + name, value));
    page.close("dl").close("section").line();
    reading(page, findings.detail());
  }

  private static void fact(Markup page, String name, String value) {
    page.element("dt", name).element("dd", value.isBlank() ? Numbers.NONE : value);
  }

  private static void digest(Markup page, String name, String value) {
    page.element("dt", name).open("dd").element("code", value).close("dd");
  }

  private static void reading(Markup page, Detail detail) {
    page.open("section", "id", "reading").element("h2", "How to read it");
    page.open("dl", "class", "reading");
    term(
        page,
        "Intervals",
        "The test split drawn again with replacement, group by group, since rows of one group say much"
            + " the same. Nearly all such draws lie in the interval. Two models differ if the interval"
            + " of their difference excludes zero, not if their intervals do not touch.");
    switch (detail) {
      case Detail.Binary _ -> binary(page);
      case Detail.Classes _ -> classes(page);
      case Detail.Number _ -> number(page);
    }
    page.close("dl").close("section").line();
  }

  private static void binary(Markup page) {
    term(
        page,
        "AUC",
        "The chance that a positive row gets a higher probability than a negative one. 0.5 is a coin, 1 is"
            + " never wrong. It does not say whether the probabilities are right.");
    term(
        page,
        "Average precision",
        "How rich in positive rows the front of the ranking is. A ranking without any merit gets the base"
            + " rate, so read it as a multiple of that.");
    term(
        page,
        "Lift",
        "How many times more positive rows the first tenth of the ranking has than a tenth at random.");
    term(
        page,
        "Brier score, log-loss, calibration error",
        "How far the probabilities are from what happened. With rare positives all are small for any model:"
            + " compare with the base rate. A draw is noisier than the rows it is drawn from, so the interval of"
            + " the calibration error lies too high and may leave out its value.");
    term(
        page,
        "Accuracy",
        "With rare positives a model that never says yes is nearly always right. It is listed so that nobody"
            + " has to ask, and decides nothing.");
    term(
        page,
        "Expected cost",
        "What the decisions at the threshold cost a row, with the costs of the project. It has to be below"
            + " that of treating all rows alike.");
  }

  private static void classes(Markup page) {
    term(
        page,
        "Macro F1",
        "The mean over the labels of the harmonic mean of precision and recall: a rare label counts as"
            + " much as a frequent one.");
    term(
        page,
        "Balanced accuracy, accuracy",
        "The share of rows that are called what they are, label by label and then averaged, or over all"
            + " rows. The latter is high for whoever always says the most frequent label.");
    term(
        page,
        "Log-loss",
        "How surprised the model is by what happens: it says whether the probabilities are right, not only"
            + " which is the greatest.");
  }

  private static void number(Markup page) {
    term(
        page,
        "Mean absolute error, root mean squared error",
        "How far what was said is from what happened, in the unit of the target. The latter weighs large"
            + " errors more.");
    term(
        page,
        "Bias",
        "What was said less what happened, on average: errors that do not cancel out.");
    term(
        page,
        "R²",
        "The share of the variance that is explained. A model that always says the mean of these rows has"
            + " 0, a worse one less.");
  }

  private static void term(Markup page, String name, String words) {
    page.element("dt", name).element("dd", words);
  }
}
