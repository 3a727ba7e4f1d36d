package org.penstock.artifact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** One of several processes that write the same documents; prints how many it created. */
final class RacingProcess {

  static final int DOCUMENTS = 50;
  static final int ADDITIONS = 30;

  private RacingProcess() {}

  public static void main(String[] args) throws IOException {
    ArtifactStore store = new LocalArtifactStore(Path.of(args[0]));
    byte[] content = args[1].repeat(10_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int won = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      won += store.create("races/" + i, content) ? 1 : 0;
    }

    store.create("counter", new byte[0]);
    for (int i = 0; i < ADDITIONS; i++) {
      add(store);
    }

    System.out.println(won);
  }

  private static void add(ArtifactStore store) throws IOException {
    while (true) {
      Document counter = store.read("counter").orElseThrow();
      byte[] longer = Arrays.copyOf(counter.content(), counter.content().length + 1);
      if (store.replace("counter", longer, counter.version())) {
        return;
      }
    }
  }
}
