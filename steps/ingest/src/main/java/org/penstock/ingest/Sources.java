package org.penstock.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penstock.row.Part;
import org.penstock.step.ExitCode;
import org.penstock.step.Source;
import org.penstock.step.StepFailure;

/**
 * The files of one table: {@code a.csv}, {@code a.csv,b.csv}, or with the part of the split that
 * each of them is: {@code train=a.csv,test=b.csv}. A comma in a name is written {@code %2C}, in a
 * {@code file:} address.
 *
 * @param files at least one, in order
 */
public record Sources(List<NamedSource> files) {

  /**
   * One file.
   *
   * @param part which part of the split its rows are, if it says so
   * @param text a path, an address, or {@code sample}
   */
  public record NamedSource(Optional<Part> part, String text) {

    private static NamedSource parse(String text) {
      for (Part part : Part.values()) {
        String prefix = part + "=";
        if (text.startsWith(prefix)) {
          return new NamedSource(Optional.of(part), text.substring(prefix.length()));
        }
      }
      return new NamedSource(Optional.empty(), text);
    }

    boolean isSample() {
      return text.equals(Source.SAMPLE);
    }

    private NamedSource absolute() {
      return text.contains("://") || text.startsWith("file:") || isSample()
          ? this
          : new NamedSource(part, Path.of(text).toAbsolutePath().toString());
    }

    @Override
    public String toString() {
      return part.map(name -> name + "=" + text).orElse(text);
    }
  }

  public Sources {
    files = List.copyOf(files);
  }

  /**
   * Reads what the flag says.
   *
   * @throws StepFailure if a file has no name, or a sample stands beside files
   */
  public static Sources parse(String text) {
    List<NamedSource> files =
        Arrays.stream(text.split(",", -1)).map(String::strip).map(NamedSource::parse).toList();
    if (files.stream().anyMatch(file -> file.text().isEmpty())) {
      throw new StepFailure(
          ExitCode.CONFIG,
          List.of("A file without a name: '%s'; expected FILE or PART=FILE,…".formatted(text)));
    }

    if (files.stream().anyMatch(NamedSource::isSample) && !text.equals(Source.SAMPLE)) {
      throw new StepFailure(
          ExitCode.CONFIG,
          List.of("'%s' is generated whole, beside no file and as no part".formatted(text)));
    }
    return new Sources(files);
  }

  /** Returns these sources with paths that mean the same in any directory. */
  public Sources absolute() {
    return new Sources(files.stream().map(NamedSource::absolute).toList());
  }

  /** Returns the text that {@link #parse} reads. */
  @Override
  public String toString() {
    return files.stream().map(NamedSource::toString).collect(Collectors.joining(","));
  }
}
