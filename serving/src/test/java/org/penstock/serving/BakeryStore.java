package org.penstock.serving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.penstock.approval.ApprovalDecision;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalRequest;
import org.penstock.approval.ApprovalSubject;
import org.penstock.approval.Approvals;
import org.penstock.approval.Approver;
import org.penstock.approval.ApproverKeys;
import org.penstock.approval.Deployment;
import org.penstock.approval.Deployments;
import org.penstock.approval.SignedApproval;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.FeatureTable;
import org.penstock.feature.FeatureTableWriter;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.row.RowSchema;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.LinearScorer;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;

/** A store in which models of the bakery, or of another project, are approved and deployed. */
final class BakeryStore {

  static final int CUSTOMERS = 500;

  /** Bought once, so nothing is known of earlier visits. */
  static final long NEWCOMER = 7;

  private static final Sha256 DATA = Sha256.of("data".getBytes(StandardCharsets.UTF_8));

  private final Path directory;
  private final ModelProject project;
  final ArtifactStore store;

  BakeryStore(Path directory) {
    this(directory, new Bakery());
  }

  BakeryStore(Path directory, ModelProject project) {
    this.directory = directory;
    this.project = project;
    this.store = new LocalArtifactStore(directory.resolve("store"));
  }

  /** How a model comes into production. */
  record Approval(String author, String approver, boolean despitePolicy) {
    static final Approval USUAL = new Approval("alice", "bob", false);
    static final Approval OWN = new Approval("alice", "alice", false);
    static final Approval OVERRULED = new Approval("alice", "bob", true);
  }

  /** Deploys a model whose threshold is {@code threshold}. */
  Deployment deploy(double threshold, Approval approval) throws IOException {
    return deploy(bundle(threshold), approval);
  }

  Deployment deploy(ModelBundle bundle, Approval approval) throws IOException {
    Path file = directory.resolve("features");
    writeFeatures(file, project.view());
    ApprovalSubject subject =
        new ApprovalSubject(project.name(), store.put(bundle.toBytes()), DATA, DATA);
    SignedApproval signed =
        new Approvals(new ApprovalLog(store, project.name()), keys(), Clock.systemUTC())
            .approve(
                new ApprovalRequest(
                    subject,
                    "run-1",
                    approval.author(),
                    approval.despitePolicy()
                        ? new ApprovalDecision.Rejected(
                            List.of("auc is 0.51, expected at least 0.6"))
                        : new ApprovalDecision.Approvable(),
                    approval.approver(),
                    false,
                    approval.despitePolicy(),
                    "It looks fine"),
                Duration.ofDays(30));
    Deployment deployment =
        new Deployment(subject, store.put(file), signed.digest(), "run-1", Instant.now());
    new Deployments(store).deploy(deployment).orElseThrow();
    return deployment;
  }

  void reject(Deployment deployment, String who) throws IOException {
    new Approvals(new ApprovalLog(store, project.name()), keys(), Clock.systemUTC())
        .reject(
            new ApprovalRequest(
                deployment.subject(),
                deployment.run(),
                "alice",
                new ApprovalDecision.Approvable(),
                who,
                false,
                false,
                "It does not look fine"));
  }

  Approver approver(String name) throws IOException {
    return keys().approver(name);
  }

  FeatureTable features() throws IOException {
    return FeatureTable.read(directory.resolve("features"));
  }

  private ApproverKeys keys() {
    return new ApproverKeys(directory.resolve("keys"));
  }

  static ModelBundle bundle(double threshold) {
    return bundle("bakery", threshold);
  }

  static ModelBundle bundle(String project, double threshold) {
    return new ModelBundle(
            project,
            RowSchema.of(Bakery.Habits.class).columns(),
            List.of("stays", "leaves"),
            new LinearScorer(
                new double[] {-0.3},
                List.of(
                    number(20, 10, -0.4, 0),
                    number(5, 2, 0.7, 0.9),
                    number(40, 15, 0.1, 0),
                    number(0, 1, -0.5, 0),
                    new LinearScorer.LevelsTerm(
                        new double[][] {{0.2}, {0}, {-0.1}}, new double[] {0}))),
            new Calibration.None(),
            threshold,
            new ModelCard(
                "Whether a customer leaves",
                "linear",
                "by hand",
                new TreeMap<>(),
                0,
                new TreeMap<>()))
        .withRequests(Asked.with(Request.FEATURES));
  }

  private static LinearScorer.NumberTerm number(
      double mean, double scale, double weight, double missing) {
    return new LinearScorer.NumberTerm(mean, scale, new double[] {weight}, new double[] {missing});
  }

  private static <R extends Record, F extends Record> void writeFeatures(
      Path file, FeatureView<R, F> view) throws IOException {
    if (view.rowType() == Bakery.Visit.class) {
      writeFeatures(file);
      return;
    }

    Files.deleteIfExists(file);
    new FeatureTableWriter<>(view).write(file);
  }

  private static void writeFeatures(Path file) throws IOException {
    FeatureTableWriter<Bakery.Visit, Bakery.Habits> writer =
        new FeatureTableWriter<>(new Bakery().view());
    Random random = new Random(3);
    for (int customer = 1; customer <= CUSTOMERS; customer++) {
      int visits = customer == NEWCOMER ? 0 : 1 + random.nextInt(40);
      int age = 16 + random.nextInt(80);
      boolean member = random.nextBoolean();
      Bakery.Loaf loaf = Bakery.Loaf.values()[random.nextInt(3)];
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90));
      OptionalDouble mean =
          visits == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 12);
      writer.add(
          new Bakery.Visit(customer, day, 3.5, age, member, loaf),
          new Bakery.Habits(visits, mean, age, member, loaf));
    }
    Files.deleteIfExists(file);
    writer.write(file);
  }
}
