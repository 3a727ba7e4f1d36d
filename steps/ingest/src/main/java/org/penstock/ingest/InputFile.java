package org.penstock.ingest;

import java.nio.file.Path;
import java.util.Optional;
import org.penstock.row.Part;

/**
 * A file of rows on this machine.
 *
 * @param part which part of the split its rows are, if its source says so
 * @param path of the file
 */
record InputFile(Optional<Part> part, Path path) {

  String name() {
    return path.getFileName().toString();
  }
}
