package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.NoCredentialsException;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.cluster.NewRun;
import org.penstock.cluster.Preflight;
import org.penstock.cluster.ServingName;
import org.penstock.cluster.Workflows;
import org.penstock.config.InvalidConfigException;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.Schedule;
import org.penstock.workflow.WorkflowTemplate;

/** Checks a run that is to be submitted, and pins what it works with by digest. */
final class Submission {

  /** What the steps need to reach S3, by the names of the AWS SDK. */
  private static final List<String> S3_KEYS = List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

  private static final String RUN_NAME = "[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?";

  private final PenstockHome home;
  private final String project;
  private final Optional<URI> endpoint;
  private final Clock clock;
  private final List<String> problems = new ArrayList<>();

  /** Why the store could not be opened from here. */
  private String unreachable = "";

  private final List<String> notes = new ArrayList<>();

  /**
   * @param endpoint where this machine finds S3
   */
  Submission(PenstockHome home, String project, Optional<URI> endpoint, Clock clock) {
    this.home = requireNonNull(home, "home");
    this.project = requireNonNull(project, "project");
    this.endpoint = requireNonNull(endpoint, "endpoint");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * A run that nothing speaks against.
   *
   * @param store as this machine sees it; empty: out of its reach
   * @param settings which the run names by digest, if the store is in reach
   * @param notes what a person should know
   */
  record Checked(NewRun run, Optional<ArtifactStore> store, byte[] settings, List<String> notes) {

    /** Puts what the run names where its steps find it. */
    void upload() throws IOException {
      if (store.isPresent()) {
        store.get().put(settings);
      }
    }
  }

  /**
   * Checks all that can be checked from here.
   *
   * @param settings instead of those of the project
   * @param images file with the images by digest
   * @param name of the run
   * @param given parameters
   * @throws StepFailure with every problem
   */
  Checked check(
      Workflows workflows,
      WorkflowTemplate template,
      Optional<Path> settings,
      Path images,
      Optional<String> name,
      Map<String, String> given)
      throws IOException {
    Path pipeline = home.pipeline(project);
    Optional<Schedule> schedule = Schedule.read(pipeline);
    Map<String, String> parameters = new LinkedHashMap<>();
    schedule.map(Schedule::arguments).ifPresent(parameters::putAll);
    parameters.putAll(images(images).valuesFor(template));
    parameters.putAll(given);
    byte[] yaml = settings(settings);
    checkFlags(name, given);
    NewRun run =
        new NewRun(
            name.orElseGet(() -> Runs.nameAt(project, clock)),
            schedule.map(Schedule::template).orElse(template.name()),
            parameters);
    Preflight.Findings findings =
        workflows
            .preflight()
            .check(run, schedule.map(Schedule::file).orElse(pipeline), Submission::secretKeys);
    problems.addAll(findings.problems());
    notes.addAll(findings.notes());
    Optional<ArtifactStore> store = store(values(template, findings.parameters()));
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.CONFIG, problems);
    }

    if (store.isEmpty() && settings.isPresent()) {
      throw new StepFailure(
          ExitCode.TEMPORARY,
          "The settings of %s cannot be put into the store: %s"
              .formatted(settings.get(), unreachable),
          null);
    }

    if (store.isPresent()) {
      parameters.putIfAbsent("config", Sha256.of(yaml).toString());
      parameters.putIfAbsent("champion", Champion.of(project, store.get(), notes::add));
      parameters.keySet().retainAll(findings.parameters().keySet());
    }
    return new Checked(
        new NewRun(run.name(), run.template(), parameters), store, yaml, List.copyOf(notes));
  }

  /** Of a template that is not there yet, the parameters are those of the file. */
  private static Map<String, String> values(
      WorkflowTemplate template, Map<String, String> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    template
        .parameters()
        .forEach(parameter -> parameter.value().ifPresent(it -> values.put(parameter.name(), it)));
    values.putAll(parameters);
    return values;
  }

  private static List<String> secretKeys(Map<String, String> parameters) {
    return parameters.getOrDefault("store", "").startsWith("s3://") ? S3_KEYS : List.of();
  }

  private void checkFlags(Optional<String> name, Map<String, String> given) {
    name.filter(text -> !text.matches(RUN_NAME))
        .ifPresent(text ->
            problems.add(
                "--name is '%s', expected at most 53 small letters, digits and '-'"
                    .formatted(text)));
    try {
      Optional.ofNullable(given.get("serving"))
          .filter(text -> !text.isEmpty())
          .ifPresent(ServingName::parse);
    } catch (IllegalArgumentException e) {
      problems.add("--serving: " + e.getMessage());
    }
  }

  private PinnedImages images(Path file) throws IOException {
    try {
      return PinnedImages.read(file);
    } catch (StepFailure | InvalidConfigException e) {
      e.getMessage().lines().forEach(problems::add);
      return new PinnedImages(Map.of());
    }
  }

  /** Returns the settings as they are, after checking them. */
  private byte[] settings(Optional<Path> chosen) throws IOException {
    try {
      Settings settings = Settings.of(home, project, chosen);
      settings.checked();
      return settings.yaml();
    } catch (StepFailure | InvalidConfigException e) {
      e.getMessage().lines().forEach(problems::add);
      return new byte[0];
    }
  }

  /** Opens the store from here, which is another machine than those of the steps. */
  private Optional<ArtifactStore> store(Map<String, String> parameters) {
    String location = parameters.getOrDefault("store", "");
    if (!location.startsWith("s3://")) {
      problems.add(
          "The store of a run on a cluster is s3://bucket/prefix, got '%s': --store"
              .formatted(location));
      return Optional.empty();
    }
    try {
      return Optional.of(
          Stores.open(
              location,
              endpoint.or(() ->
                  Optional.of(parameters.getOrDefault("s3-endpoint", ""))
                      .filter(text -> !text.isEmpty())
                      .map(URI::create))));
    } catch (NoCredentialsException | IOException e) {
      unreachable = e.getMessage();
      notes.add(
          "Not checked: the store %s. %s. The settings of the images are used, and no champion is compared"
              .formatted(location, e.getMessage()));
    } catch (InvalidStoreException | IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    return Optional.empty();
  }
}
