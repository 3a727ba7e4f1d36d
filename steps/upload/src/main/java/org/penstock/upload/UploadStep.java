package org.penstock.upload;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.penstock.config.GatheringConfig;
import org.penstock.config.ProjectYaml;
import org.penstock.gather.GatherBooks;
import org.penstock.gather.GatherProject;
import org.penstock.gather.Gathered;
import org.penstock.gather.Gatherer;
import org.penstock.gather.HttpCalls;
import org.penstock.gather.LogListener;
import org.penstock.gather.Sleeper;
import org.penstock.gather.VendorAddress;
import org.penstock.gather.VendorRefusedException;
import org.penstock.step.ExitCode;
import org.penstock.step.Source;
import org.penstock.step.SourceFiles;
import org.penstock.step.Step;
import org.penstock.step.StepContext;
import org.penstock.step.StepFailure;
import org.penstock.step.StepReport;

/**
 * Hands a file in with the vendor, as a call like any other: it is reserved in the budget first,
 * and that it was taken is kept as an answer is, so that it is handed in once for each result of
 * the gathering. Killed between the vendor's answer and its keeping, the file is handed in again.
 */
final class UploadStep implements Step<UploadConfig> {

  private static final int KEY_LENGTH = 16;

  private final Sleeper sleeper;
  private final String uploader;

  /**
   * @param uploader a name that no other process has
   */
  UploadStep(Sleeper sleeper, String uploader) {
    this.sleeper = requireNonNull(sleeper, "sleeper");
    this.uploader = requireNonNull(uploader, "uploader");
  }

  @Override
  public String name() {
    return "upload";
  }

  @Override
  public Class<UploadConfig> configType() {
    return UploadConfig.class;
  }

  @Override
  public List<String> outputs() {
    return List.of("uploaded", "calls", "ending", "next");
  }

  @Override
  public List<Record> settings(ProjectYaml config) {
    return List.of(config.gathering().gather(), config.gathering().budget());
  }

  /** Never: it acts. */
  @Override
  public boolean cacheable() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StepFailure if the file is missing, or the vendor refuses it
   */
  @Override
  public StepReport run(UploadConfig config, StepContext context)
      throws IOException, InterruptedException {
    GatheringConfig settings = context.settings().gathering();
    GatherProject<?, ?, ?> project = context.projectOf(GatherProject.class);
    byte[] content = content(config.file(), context.sources());
    try (VendorAddress vendor =
            VendorAddress.of(settings.gather(), () -> project.standIn(Optional.empty()));
        HttpCalls calls = new HttpCalls(settings.gather().timeout(), context.clock())) {
      GatherBooks books =
          GatherBooks.open(
              context.store(),
              settings,
              vendor.name(),
              "uploads",
              config.despiteOfficeHours() || vendor.isStandIn(),
              context.clock(),
              uploader);
      Gathered gathered =
          new Gatherer(
                  new MultipartUpload(calls, vendor.uri(), settings.upload(), content),
                  (_, _) -> Optional.empty(),
                  settings.gather(),
                  books,
                  context.clock(),
                  sleeper,
                  new LogListener("upload", context.progress()::update))
              .gather(new TreeSet<>(List.of(config.answers().hex().substring(0, KEY_LENGTH))));
      requireTaken(gathered);
      return new UploadReport(gathered).toStepReport();
    } catch (VendorRefusedException e) {
      throw new StepFailure(ExitCode.CONFIG, e.getMessage(), e);
    }
  }

  private static byte[] content(Optional<String> file, SourceFiles sources)
      throws IOException, InterruptedException {
    return file.isEmpty()
        ? new byte[0]
        : Files.readAllBytes(sources.fetch(Source.parse(file.get())));
  }

  private static void requireTaken(Gathered gathered) throws IOException {
    if (!gathered.failed().isEmpty()) {
      throw new IOException(
          "The upload failed %d times: %s"
              .formatted(gathered.calls(), gathered.failed().firstEntry().getValue()));
    }
  }
}
