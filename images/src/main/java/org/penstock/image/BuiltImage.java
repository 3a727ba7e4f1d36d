package org.penstock.image;

import static java.util.Objects.requireNonNull;

/**
 * An image that was made.
 *
 * @param program what runs in it
 * @param archive what is in its file
 */
record BuiltImage(Program program, OciArchive archive) {

  BuiltImage {
    requireNonNull(program, "program");
    requireNonNull(archive, "archive");
  }
}
