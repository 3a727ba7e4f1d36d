package org.penstock.step;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.s3.S3File;

/**
 * Files that no step made, as files of this machine. What lies elsewhere is fetched once, under its
 * own name, and removed at the end.
 */
public final class SourceFiles implements AutoCloseable {

  private final Optional<URI> s3Endpoint;
  private final Map<Source, Path> fetched = new HashMap<>();

  /**
   * @param s3Endpoint where S3 answers, if it is not AWS
   */
  public SourceFiles(Optional<URI> s3Endpoint) {
    this.s3Endpoint = requireNonNull(s3Endpoint, "s3Endpoint");
  }

  /**
   * Returns the file at {@code source}.
   *
   * @throws StepFailure if there is none, or it may not be read
   * @throws IOException if the network or the server fails, which may pass
   */
  public Path fetch(Source source) throws IOException, InterruptedException {
    return find(source).orElseThrow(() -> new StepFailure(ExitCode.INPUT, List.of(absent(source))));
  }

  /**
   * Returns the file at {@code source}, if there is one.
   *
   * @throws StepFailure if it may not be read
   * @throws IOException if the network or the server fails, which may pass
   */
  public Optional<Path> find(Source source) throws IOException, InterruptedException {
    return switch (source) {
      case Source.Local(Path path) -> readable(path);
      case Source.Remote(URI uri) ->
          fetchOnce(source, uri.getPath(), to -> Download.fetch(uri, to));
      case Source.InBucket(String address) ->
          fetchOnce(source, address, to -> S3File.fetch(address, s3Endpoint, to));
    };
  }

  private static Optional<Path> readable(Path path) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }

    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw new StepFailure(
          ExitCode.INPUT,
          List.of(
              (Files.isDirectory(path)
                      ? "%s is a directory, expected a file"
                      : "%s may not be read")
                  .formatted(path.toAbsolutePath())));
    }
    return Optional.of(path);
  }

  /** Fetches a file, and returns whether there is one. */
  @FunctionalInterface
  private interface Fetch {
    boolean into(Path file) throws IOException, InterruptedException;
  }

  private Optional<Path> fetchOnce(Source source, String path, Fetch fetch)
      throws IOException, InterruptedException {
    if (!fetched.containsKey(source)) {
      Path file = Files.createTempDirectory("penstock-source-").resolve(name(path));
      fetched.put(source, file);
      if (!fetch.into(file)) {
        Files.deleteIfExists(file);
      }
    }
    return Optional.of(fetched.get(source)).filter(Files::exists);
  }

  /** Returns the last part of {@code path}, as far as every file system takes it. */
  private static String name(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    return last.isBlank() ? "download" : last;
  }

  private static String absent(Source source) {
    return switch (source) {
      case Source.Local(Path path) -> "There is no file " + path.toAbsolutePath();
      case Source.Remote(URI uri) -> "There is no file " + uri;
      case Source.InBucket(String address) -> "There is no object " + address;
    };
  }

  @Override
  public void close() throws IOException {
    for (Path file : fetched.values()) {
      Files.deleteIfExists(file);
      Files.delete(file.getParent());
    }
    fetched.clear();
  }
}
