package org.penstock.step;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.artifact.CanonicalJson;
import org.penstock.artifact.Manifest;
import org.penstock.artifact.Sha256;
import org.penstock.config.Flags;
import org.penstock.config.ProjectYaml;
import org.penstock.config.RecordTree;

/**
 * What a result depends on: the step, its inputs by digest, its flags and settings, the code, and
 * the machine's kind, since {@code Math} may differ between JDKs and processors.
 */
record CacheKey(
    String step,
    String project,
    SortedMap<String, Sha256> inputs,
    SortedMap<String, Object> config,
    Sha256 codeVersion,
    String java,
    String architecture) {

  /**
   * Collects what the result of {@code step} depends on.
   *
   * @throws IOException if an input outside the store cannot be read
   */
  static <C extends Record> CacheKey of(
      Step<C> step, C flags, SourceFiles sources, ProjectYaml config, Sha256 code)
      throws IOException, InterruptedException {
    SortedMap<String, Sha256> inputs = new TreeMap<>(step.externalInputs(flags, sources));
    SortedMap<String, Object> told = new TreeMap<>();
    List<String> names = Flags.of(List.of(step.configType())).names();
    for (int i = 0; i < names.size(); i++) {
      Object value = valueOf(step.configType().getRecordComponents()[i], flags);
      if (value instanceof Sha256 digest) {
        inputs.put(names.get(i), digest);
      } else if (!inputs.containsKey(names.get(i))) {
        told.put(names.get(i), value.toString());
      }
    }
    return new CacheKey(
        step.name(),
        config.name(),
        inputs,
        new TreeMap<>(
            Map.of(
                "flags",
                told,
                "settings",
                step.settings(config).stream().map(RecordTree::of).toList())),
        code,
        System.getProperty("java.vm.version"),
        System.getProperty("os.arch"));
  }

  private static Object valueOf(RecordComponent component, Record flags) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(flags);
      return value instanceof Optional<?> optional
          ? optional.map(Object.class::cast).orElse("")
          : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the name of the manifest of this result. */
  Sha256 digest() {
    return Sha256.of(CanonicalJson.write(tree()));
  }

  private SortedMap<String, Object> tree() {
    SortedMap<String, String> digests = new TreeMap<>();
    inputs.forEach((name, digest) -> digests.put(name, digest.toString()));
    return new TreeMap<>(
        Map.of(
            "step", step,
            "project", project,
            "inputs", digests,
            "config", config,
            "code-version", codeVersion.toString(),
            "java", java,
            "architecture", architecture));
  }

  /** Returns the manifest of a result that has {@code outputs}. */
  Manifest manifest(
      SortedMap<String, Manifest.Output> outputs, StepReport report, Duration took, Instant at) {
    return new Manifest(
        step,
        project,
        inputs,
        outputs,
        report.parameters(),
        config,
        report.seed(),
        codeVersion.toString(),
        java,
        architecture,
        report.rows(),
        took.toMillis() / 1000.0,
        at);
  }
}
