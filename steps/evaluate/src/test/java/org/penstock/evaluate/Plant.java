package org.penstock.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.penstock.config.SplitSettings;
import org.penstock.config.SplitSettings.By;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Split;
import org.penstock.evaluate.finding.Alternative;
import org.penstock.evaluate.finding.Findings;
import org.penstock.evaluate.finding.Judge;
import org.penstock.evaluate.finding.Subject;
import org.penstock.evaluation.Cutoff;
import org.penstock.evaluation.Trials;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Longs;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.Role;
import org.penstock.row.Task;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.LinearScorer.NumberTerm;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;

/** Assets of a made-up plant: modes that follow from heat, and a load that is three times it. */
final class Plant {

  static final List<String> MODES = List.of("off", "idle", "load <full>");

  private static final int ROWS = 1_500;
  private static final SplitSettings SPLIT = new SplitSettings(By.ENTITY, List.of(), 0.3, "");
  private static final long SEED = 5;

  private final Column label;
  private final LinearScorer scorer;
  private final ColumnTable table;

  private Plant(Column label, LinearScorer scorer, double[] heat, double[] labels) {
    this.label = label;
    this.scorer = scorer;
    long[] assets = new long[ROWS];
    Arrays.setAll(assets, row -> row / 10);
    double[] halls = new double[ROWS];
    Arrays.setAll(halls, row -> row / 10 % 2);
    this.table =
        new ColumnTable(
            List.of(
                column("heat", Kind.DOUBLE, List.of(), Role.FEATURE),
                label,
                column("asset", Kind.LONG, List.of(), Role.ENTITY),
                column("hall", Kind.CATEGORY, List.of("north", "south"), Role.SLICE)),
            List.of(new Numbers(heat), new Numbers(labels), new Longs(assets), new Numbers(halls)),
            ROWS);
  }

  /** Modes whose borders the model knows. */
  static Plant ofModes() {
    SplittableRandom random = new SplittableRandom(2);
    double[] labels = random.ints(ROWS, 0, 3).asDoubleStream().toArray();
    double[] heat = Arrays.stream(labels).map(mode -> 3 * mode + random.nextGaussian()).toArray();
    return new Plant(
        column("mode", Kind.CATEGORY, MODES, Role.LABEL),
        linear(new double[] {0, -3, -12}, new double[] {0, 2, 4}),
        heat,
        labels);
  }

  /** A load of which the model says one too little. */
  static Plant ofLoads() {
    SplittableRandom random = new SplittableRandom(2);
    double[] heat = random.doubles(ROWS, 0, 10).toArray();
    double[] labels = Arrays.stream(heat).map(x -> 3 * x + 1 + random.nextGaussian()).toArray();
    return new Plant(
        column("load", Kind.DOUBLE, List.of(), Role.LABEL),
        linear(new double[] {0}, new double[] {3}),
        heat,
        labels);
  }

  /** Judges the model beside a candidate that says the same of every row. */
  Findings findings() {
    return findings(bundle(label));
  }

  Findings findings(ModelBundle model) {
    Trials trials =
        new Trials(
                1,
                label.kind() == Kind.DOUBLE ? "mae" : "macro-f1",
                3,
                900,
                SEED,
                List.of(
                    new Trials.Trial(
                        "linear", "linear", Map.of("l2", 1.0), List.of(.3, .31), .305, true),
                    new Trials.Trial(
                        "constant",
                        "linear",
                        Map.of("l2", 9.0),
                        List.of(.9, .9),
                        .9,
                        false,
                        OptionalInt.of(450))),
                4,
                Optional.empty())
            .with(
                new Trials.Repeats(
                    "fold",
                    2,
                    1,
                    Map.of(label.kind() == Kind.DOUBLE ? "mae" : "macro-f1", List.of(1.0, 3.0))));
    Subject subject =
        new Subject(
            "plant",
            "What an asset does",
            model.card(),
            model.task(),
            label,
            model.labels(),
            SPLIT,
            SEED,
            trials.metric(),
            40,
            0.9,
            new TreeMap<>());
    return new Judge(subject, model, Cutoff.at(0.5), List.of("hall"))
        .judge(
            table, new Judge.Comparisons(List.of(constant()), Optional.of(bundle(label)), trials));
  }

  private Alternative constant() {
    int[] rows = Split.of(Dataset.of(table), SPLIT, SEED).test();
    double[] outputs = new double[rows.length * scorer.outputs()];
    Arrays.fill(outputs, scorer.outputs() == 1 ? 15 : 1.0 / scorer.outputs());
    return new Alternative("entity", "constant", rows, outputs);
  }

  ModelBundle bundle(Column label) {
    return new ModelBundle(
        "plant",
        List.of(column("heat", Kind.DOUBLE, List.of(), Role.FEATURE)),
        Task.labels(label),
        scorer,
        new Calibration.None(),
        0.5,
        new ModelCard(
            "What an asset does", "linear", "made by hand", new TreeMap<>(), 900, new TreeMap<>()));
  }

  private static LinearScorer linear(double[] bias, double[] weights) {
    return new LinearScorer(
        bias, new ArrayList<>(List.of(new NumberTerm(0, 1, weights, new double[weights.length]))));
  }

  static Column column(String name, Kind kind, List<String> levels, Role role) {
    return new Column(
        name,
        kind,
        false,
        levels,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Set.of(role),
        false,
        "");
  }
}
