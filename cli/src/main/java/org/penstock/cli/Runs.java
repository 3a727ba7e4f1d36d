package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Document;
import org.penstock.artifact.Sha256;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.RunState;

/** The runs of a store: one document each, {@code runs/<name>.json}. */
final class Runs {

  private static final String PREFIX = "runs/";
  private static final String SUFFIX = ".json";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ArtifactStore store;

  Runs(ArtifactStore store) {
    this.store = requireNonNull(store, "store");
  }

  /** Returns the first name of a run that starts now. */
  static String nameAt(String project, Clock clock) {
    return project + "-" + TIME.format(clock.instant());
  }

  /** Takes a name that no run has, e.g. {@code credit-risk-20260102-030405}. */
  String newName(String project, Clock clock) throws IOException {
    String first = nameAt(project, clock);
    String name = first;
    for (int i = 2; !store.create(documentOf(name), new byte[0]); i++) {
      name = first + "-" + i;
    }
    return name;
  }

  /** Writes down how {@code state} stands; the last writer of a run wins. */
  void save(RunState state) {
    byte[] content = CanonicalJson.write(state.toTree());
    try {
      Interruption.holdOff(() -> write(documentOf(state.name()), content));
    } catch (IOException e) {
      throw new UncheckedIOException("Run %s could not be recorded".formatted(state.name()), e);
    }
  }

  private void write(String name, byte[] content) throws IOException {
    boolean written = false;
    while (!written) {
      Optional<Document> earlier = store.read(name);
      written =
          earlier.isPresent()
              ? store.replace(name, content, earlier.get().version())
              : store.create(name, content);
    }
  }

  /**
   * Returns the run called {@code name}, or whose name ends in it.
   *
   * @throws StepFailure if there is none, or several
   */
  RunState named(String name) throws IOException {
    List<RunState> found = new ArrayList<>();
    for (String document : store.names(PREFIX)) {
      if (document.equals(documentOf(name)) || document.endsWith(name + SUFFIX)) {
        read(document).ifPresent(found::add);
      }
    }
    if (found.size() != 1) {
      throw new StepFailure(
          ExitCode.INPUT,
          found.isEmpty()
              ? "There is no run '%s' in %s; `penstock runs` lists them".formatted(name, place())
              : "'%s' could be any of %s"
                  .formatted(name, found.stream().map(RunState::name).toList()),
          null);
    }
    return found.getFirst();
  }

  /** Returns all runs, the latest first. */
  List<RunState> all() throws IOException {
    List<RunState> runs = new ArrayList<>();
    for (String document : store.names(PREFIX)) {
      read(document).ifPresent(runs::add);
    }
    runs.sort(Comparator.comparing(RunState::started).reversed());
    return runs;
  }

  private Optional<RunState> read(String document) throws IOException {
    return store
        .read(document)
        .filter(content -> content.content().length > 0)
        .map(content -> RunState.fromTree(CanonicalJson.read(content.content())));
  }

  private String place() {
    return store.uri(Sha256.of(new byte[0])).resolve("..").toString();
  }

  private static String documentOf(String name) {
    return PREFIX + name + SUFFIX;
  }
}
