package org.penstock.step;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file that a step made and that becomes an artifact.
 *
 * @param file complete and closed
 * @param mediaType e.g. {@code application/vnd.apache.parquet}
 * @param rows how many rows it holds, if it is a table
 */
public record Produced(Path file, String mediaType, OptionalLong rows) {

  /** The media type of a Parquet table. */
  public static final String PARQUET = "application/vnd.apache.parquet";

  /** The media type of a JSON document. */
  public static final String JSON = "application/json";

  public Produced {
    requireNonNull(file, "file");
    requireNonNull(mediaType, "mediaType");
    requireNonNull(rows, "rows");
  }

  /** Returns a Parquet table of {@code rows} rows. */
  public static Produced parquet(Path file, long rows) {
    return new Produced(file, PARQUET, OptionalLong.of(rows));
  }

  /** Returns a file that is no table. */
  public static Produced of(Path file, String mediaType) {
    return new Produced(file, mediaType, OptionalLong.empty());
  }
}
