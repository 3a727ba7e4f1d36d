package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.penstock.approval.Deployments;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.InvalidArtifactException;
import org.penstock.artifact.InvalidStoreException;
import org.penstock.artifact.NoCredentialsException;
import org.penstock.artifact.Sha256;
import org.penstock.artifact.Stores;
import org.penstock.cluster.NewRun;
import org.penstock.cluster.Preflight;
import org.penstock.cluster.ServingName;
import org.penstock.cluster.Workflows;
import org.penstock.config.InvalidConfigException;
import org.penstock.config.ProjectConfig;
import org.penstock.feature.Projects;
import org.penstock.step.ExitCode;
import org.penstock.step.PackagedConfig;
import org.penstock.step.StepFailure;
import org.penstock.workflow.Parameter;
import org.penstock.workflow.WorkflowTemplate;

/** Checks a run that is to be submitted, and pins what it works with by digest. */
final class Submission {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

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
    Map<String, String> parameters = new LinkedHashMap<>(given);
    images(images)
        .forEach((image, reference) -> {
          if (template.parameters().stream().map(Parameter::name).anyMatch(image::equals)) {
            parameters.putIfAbsent(image, reference);
          }
        });
    byte[] yaml = settings(settings);
    checkFlags(name, given);
    NewRun run =
        new NewRun(
            name.orElseGet(() -> project + "-" + TIME.format(clock.instant())),
            template.name(),
            parameters);
    Preflight.Findings findings =
        workflows.preflight().check(run, home.pipeline(project), Submission::secretKeys);
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
      parameters.putIfAbsent("champion", champion(store.get()));
    }
    return new Checked(
        new NewRun(run.name(), template.name(), parameters), store, yaml, List.copyOf(notes));
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

  private Map<String, String> images(Path file) throws IOException {
    try {
      return PinnedImages.read(file).references();
    } catch (StepFailure | InvalidConfigException e) {
      e.getMessage().lines().forEach(problems::add);
      return Map.of();
    }
  }

  /** Returns the settings as they are, comments included, after checking them. */
  private byte[] settings(Optional<Path> chosen) throws IOException {
    Optional<Path> own = chosen.or(() -> home.settings(project));
    String called = own.map(Path::toString).orElse("project.yaml");
    if (own.isPresent() && !Files.isReadable(own.get())) {
      problems.add("There is no file " + own.get());
      return new byte[0];
    }
    byte[] yaml =
        own.isPresent()
            ? Files.readAllBytes(own.get())
            : PackagedConfig.bytesOf(Projects.named(project));
    try {
      new SettingsCheck(called, Projects.named(project))
          .check(ProjectConfig.read(new ByteArrayInputStream(yaml), called));
    } catch (InvalidConfigException e) {
      e.getMessage().lines().forEach(problems::add);
    }
    return yaml;
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

  /** Returns the model that is served; what is damaged is none, and is replaced by what is next. */
  private String champion(ArtifactStore store) throws IOException {
    try {
      return new Deployments(store)
          .current(project)
          .map(served -> served.subject().model().toString())
          .orElse("");
    } catch (InvalidArtifactException e) {
      notes.add("compared with no champion. " + e.getMessage());
      return "";
    }
  }
}
