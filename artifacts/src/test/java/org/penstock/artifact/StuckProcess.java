package org.penstock.artifact;

import java.io.IOException;
import java.nio.file.Path;

/** A process that stores its standard input, which never ends, until it is killed. */
final class StuckProcess {

  private StuckProcess() {}

  public static void main(String[] args) throws IOException {
    new LocalArtifactStore(Path.of(args[0])).put(System.in);
  }
}
