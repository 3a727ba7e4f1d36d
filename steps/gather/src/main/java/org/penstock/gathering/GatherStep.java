package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penstock.config.GatheringConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.gather.GatherBooks;
import org.penstock.gather.GatherProject;
import org.penstock.gather.Gathered;
import org.penstock.gather.Gatherer;
import org.penstock.gather.HttpCalls;
import org.penstock.gather.HttpVendor;
import org.penstock.gather.LogListener;
import org.penstock.gather.Sleeper;
import org.penstock.gather.VendorAddress;
import org.penstock.gather.VendorRefusedException;
import org.penstock.step.ExitCode;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;

/**
 * Asks the vendor for each key that the source mentions and that is not answered yet, and writes
 * all answers into one file. When the budget, the office hours or the vendor end that early, the
 * step is done all the same: what is answered is written, and when to come again is an output.
 */
final class GatherStep implements Step<GatherConfig> {

  private final Sleeper sleeper;
  private final String gatherer;

  /**
   * @param gatherer a name that no other process has
   */
  GatherStep(Sleeper sleeper, String gatherer) {
    this.sleeper = requireNonNull(sleeper, "sleeper");
    this.gatherer = requireNonNull(gatherer, "gatherer");
  }

  @Override
  public String name() {
    return "gather";
  }

  @Override
  public Class<GatherConfig> configType() {
    return GatherConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of(
        "answers",
        "table",
        "missing",
        "report",
        "complete",
        "ending",
        "next",
        "verdict",
        "keys",
        "answered",
        "missing-count",
        "calls",
        "calls-left",
        "spent");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.of(config.gathering().gather(), config.gathering().budget(), config.sample());
  }

  /** Never: it acts, and what it finds depends on what others did and on the time. */
  @Override
  public boolean cacheable() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StepFailure if the vendor refuses our calls, or answered none of this run's
   */
  @Override
  public StepReport run(GatherConfig config, StepContext context)
      throws IOException, InterruptedException {
    GatherProject<?, ?, ?> project = context.projectOf(GatherProject.class);
    return gathered(config, context, project);
  }

  private <R extends Record, L extends Record, A extends Record> StepReport gathered(
      GatherConfig config, StepContext context, GatherProject<R, L, A> project)
      throws IOException, InterruptedException {
    GatheringConfig settings = context.settings().gathering();
    Sources<R, L> sources = new Sources<>(project, context, settings);
    Wanted<L> wanted = sources.read(config);
    AnswerReader<A> reader = new AnswerReader<>(project);
    try (VendorAddress vendor =
            VendorAddress.of(settings.gather(), () -> standIn(project, wanted.recording()));
        HttpCalls calls = new HttpCalls(settings.gather().timeout(), context.clock())) {
      Gathered gathered =
          gatherer(config, context, settings, vendor, calls, reader).gather(wanted.keys());
      requireAnswers(gathered, vendor.uri());
      return new GatherFiles<>(context, project, reader, wanted)
          .write(gathered, vendor)
          .toStepReport();
    } catch (VendorRefusedException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }

  private static GatherProject.StandIn standIn(
      GatherProject<?, ?, ?> project, Optional<Path> recording) throws IOException {
    try {
      return project.standIn(recording);
    } catch (IllegalArgumentException e) {
      throw new StepFailure(
          ExitCode.DATA,
          "%s holds no recorded answers: %s"
              .formatted(recording.orElseThrow(() -> e), e.getMessage()),
          e);
    }
  }

  private Gatherer gatherer(
      GatherConfig config,
      StepContext context,
      GatheringConfig settings,
      VendorAddress vendor,
      HttpCalls calls,
      AnswerReader<?> reader) {
    return new Gatherer(
        new HttpVendor(calls, vendor.uri(), settings.gather().path()),
        reader::problem,
        settings.gather(),
        GatherBooks.open(
            context.store(),
            settings,
            vendor.name(),
            "answers",
            config.despiteOfficeHours() || vendor.isStandIn(),
            context.clock(),
            gatherer),
        context.clock(),
        sleeper,
        new LogListener("gather", context.progress()::update));
  }

  /** A vendor that answered nothing at all is a failure that may pass, and not a result. */
  private static void requireAnswers(Gathered gathered, URI vendor) throws IOException {
    boolean nothing = gathered.answers().isEmpty() && !gathered.failed().isEmpty();
    if (nothing) {
      throw new IOException(
          "%s answered none of %d calls: %s"
              .formatted(vendor, gathered.calls(), gathered.failed().firstEntry().getValue()));
    }
  }
}
