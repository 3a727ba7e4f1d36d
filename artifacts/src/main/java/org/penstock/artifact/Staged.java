package org.penstock.artifact;

import java.nio.file.Path;

/** A file that is written and on the disk, but not yet at its name. */
record Staged(Path file, Sha256 digest) {}
