package org.penstock.table;

import java.util.List;

/** A file is not the table it should be, as a whole: its data must be mended, not its rows. */
public final class InvalidTableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** {@code problems}: whole sentences, at least one. */
  public InvalidTableException(String table, List<String> problems) {
    super("%s: %s".formatted(table, String.join("; ", problems)));
  }

  /** {@code cause}: what the reader of the format said. */
  public InvalidTableException(String table, String problem, Throwable cause) {
    super("%s: %s".formatted(table, problem), cause);
  }
}
