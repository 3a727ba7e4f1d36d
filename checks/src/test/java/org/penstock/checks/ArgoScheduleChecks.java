package org.penstock.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.penstock.config.ConfigNode;
import org.penstock.config.InvalidConfigException;
import org.penstock.workflow.Schedule;

/**
 * The schedule of a project runs a template that exists, with parameters that it has, for this
 * project, and never two at once.
 */
final class ArgoScheduleChecks {

  private final ConfigNode document;
  private final List<String> problems;

  ArgoScheduleChecks(ConfigNode document, List<String> problems) {
    this.document = document;
    this.problems = problems;
  }

  void check(Path file) {
    String name = Yaml.text(document, "metadata.name");
    if (!file.getFileName().toString().equals(name + ".yaml")) {
      problems.add("the file is not called like the project '%s'".formatted(name));
    }
    if (Yaml.texts(document, "spec.schedules").isEmpty()) {
      problems.add("there are no schedules");
    }
    String zone = Yaml.text(document, "spec.timezone");
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add("spec.timezone is no time zone: '%s'".formatted(zone));
    }
    expect("spec.concurrencyPolicy", "Forbid");
    expect("spec.suspend", "true");
    for (String path :
        List.of(
            "spec.startingDeadlineSeconds",
            "spec.successfulJobsHistoryLimit",
            "spec.failedJobsHistoryLimit",
            "spec.stopStrategy.expression")) {
      if (Yaml.text(document, path).isEmpty()) {
        problems.add(path + " is missing");
      }
    }
    try {
      checkArguments(name, Schedule.read(file).orElseThrow().arguments());
    } catch (InvalidConfigException e) {
      problems.addAll(e.problems());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of the file of another project keeps nothing of it. */
  private void checkArguments(String name, Map<String, String> arguments) {
    if (!arguments.getOrDefault("project", name).equals(name)) {
      problems.add("runs the project '%s'".formatted(arguments.get("project")));
    }
    String store = arguments.getOrDefault("store", "");
    if (!store.endsWith("/" + name)) {
      problems.add("keeps its artifacts in '%s', not in a place of its own".formatted(store));
    }
  }

  private void expect(String path, String value) {
    if (!Yaml.text(document, path).equals(value)) {
      problems.add("%s is not %s".formatted(path, value));
    }
  }
}
