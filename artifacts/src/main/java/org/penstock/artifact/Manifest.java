package org.penstock.artifact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.penstock.json.JsonFields;

/**
 * How the artifacts of one step came about. Written after them, so that an artifact without a
 * manifest does not exist.
 *
 * @param step name of the step, e.g. {@code "train"}
 * @param project name of the project
 * @param inputs artifacts read, by the name of the flag
 * @param outputs artifacts written, by name
 * @param parameters output parameters, by name
 * @param config what the step was told, as a value of {@link CanonicalJson}
 * @param seed of the random choices, if the step makes any
 * @param codeVersion identifies the code that ran
 * @param java version of the JDK: {@code Math} differs between them
 * @param architecture of the processor: {@code Math} differs between them
 * @param rows rows the step worked on, if it counts them
 * @param seconds how long the step took
 * @param at when the step was done; with {@code seconds} the only parts that differ when the same
 *     work is done twice
 */
public record Manifest(
    String step,
    String project,
    Map<String, Sha256> inputs,
    Map<String, Output> outputs,
    Map<String, String> parameters,
    Map<String, Object> config,
    OptionalLong seed,
    String codeVersion,
    String java,
    String architecture,
    OptionalLong rows,
    double seconds,
    Instant at) {

  private static final int FORMAT_VERSION = 1;

  public Manifest {
    requireNonNull(step, "step");
    requireNonNull(project, "project");
    requireNonNull(seed, "seed");
    requireNonNull(codeVersion, "codeVersion");
    requireNonNull(java, "java");
    requireNonNull(architecture, "architecture");
    requireNonNull(rows, "rows");
    requireNonNull(at, "at");
    inputs = sorted(inputs);
    outputs = sorted(outputs);
    parameters = sorted(parameters);
    config = sorted(config);
  }

  /**
   * One artifact that a step wrote.
   *
   * @param digest its content
   * @param sizeBytes its length
   * @param rows how many, if it is a table
   * @param mediaType e.g. {@code "application/vnd.apache.parquet"}
   */
  public record Output(Sha256 digest, long sizeBytes, OptionalLong rows, String mediaType) {

    public Output {
      requireNonNull(digest, "digest");
      requireNonNull(rows, "rows");
      requireNonNull(mediaType, "mediaType");
    }

    private Map<String, Object> toTree() {
      Map<String, Object> tree = new TreeMap<>();
      tree.put("digest", digest.toString());
      tree.put("size-bytes", sizeBytes);
      tree.put("media-type", mediaType);
      rows.ifPresent(count -> tree.put("rows", count));
      return tree;
    }

    private static Output of(Object tree) {
      JsonFields fields = JsonFields.of("output", tree);
      Output output =
          new Output(
              fields.parsed("digest", Sha256::parse),
              fields.integer("size-bytes"),
              fields.optionalInteger("rows"),
              fields.text("media-type"));
      fields.end();
      return output;
    }
  }

  /** Writes the JSON of {@code docs/artifacts.md}. */
  public byte[] toBytes() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("format-version", FORMAT_VERSION);
    tree.put("step", step);
    tree.put("project", project);
    tree.put("inputs", mapped(inputs, Sha256::toString));
    tree.put("outputs", mapped(outputs, Output::toTree));
    tree.put("parameters", parameters);
    tree.put("config", config);
    seed.ifPresent(value -> tree.put("seed", value));
    tree.put("code-version", codeVersion);
    tree.put("java", java);
    tree.put("architecture", architecture);
    rows.ifPresent(count -> tree.put("rows", count));
    tree.put("seconds", seconds);
    tree.put("at", at.toString());
    return CanonicalJson.write(tree);
  }

  /**
   * Reads what {@link #toBytes()} writes.
   *
   * @throws IllegalArgumentException if it is not a manifest of this format version
   */
  public static Manifest parse(byte[] json) {
    JsonFields fields = JsonFields.read("manifest", FORMAT_VERSION, json);
    Manifest manifest =
        new Manifest(
            fields.text("step"),
            fields.text("project"),
            fields.map("inputs", digest -> Sha256.parse((String) digest)),
            fields.map("outputs", Output::of),
            fields.map("parameters", String.class::cast),
            fields.map("config", value -> value),
            fields.optionalInteger("seed"),
            fields.text("code-version"),
            fields.text("java"),
            fields.text("architecture"),
            fields.optionalInteger("rows"),
            fields.number("seconds"),
            fields.instant("at"));
    fields.end();
    return manifest;
  }

  private static <T> Map<String, T> sorted(Map<String, ? extends T> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  private static <S, T> Map<String, T> mapped(Map<String, S> map, Function<S, T> function) {
    Map<String, T> result = new TreeMap<>();
    map.forEach((key, value) -> result.put(key, function.apply(value)));
    return result;
  }
}
