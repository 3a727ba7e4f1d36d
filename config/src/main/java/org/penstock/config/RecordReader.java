package org.penstock.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads YAML into records, strictly.
 *
 * <p>A component {@code maxDepth} is the key {@code max-depth}. It may be a {@code String}, a
 * number, a boolean, an enum (constants with dashes), a {@code Duration} ({@code 30d}), a {@code
 * LocalDate}, a {@code Path}, a {@code URI}, any type with a static {@code parse(String)}, a
 * record, and a {@code List}, a {@code Map} from texts or an {@code Optional} of them. What is not
 * given is its {@link Default}, an {@code Optional} is empty, and all else is missing, which is a
 * problem. What a compact constructor refuses is a problem as well; with {@link Violations} it
 * names the component.
 */
public final class RecordReader {

  private RecordReader() {}

  /**
   * Reads {@code file}.
   *
   * @throws InvalidConfigException with every problem of the file
   * @throws IOException if it cannot be read
   */
  public static <C extends Record> C read(Path file, Class<C> type) throws IOException {
    try (InputStream yaml = Files.newInputStream(file)) {
      return read(yaml, file.toString(), type);
    }
  }

  /**
   * Reads {@code yaml}, which stays open.
   *
   * @param name what problems call the file
   * @throws InvalidConfigException with every problem of the file
   */
  public static <C extends Record> C read(InputStream yaml, String name, Class<C> type)
      throws IOException {
    var problems = new Problems(name);
    Optional<C> config =
        YamlReader.read(yaml, problems)
            .flatMap(node -> new RecordBinder(problems, "").record(type, node, ""));
    problems.throwIfAny();
    return config.orElseThrow();
  }
}
