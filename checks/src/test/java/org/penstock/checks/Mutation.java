package org.penstock.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.penstock.config.ConfigNode;

/**
 * One thing wrong with a file, and the sentence that tells it.
 *
 * @param from what the file has
 * @param to what stands in its first place instead
 */
record Mutation(String file, String from, String to, String expected) {

  /** Returns those of a list of this package, e.g. {@code argo-mutations.yaml}. */
  static List<Mutation> read(String list) throws IOException, URISyntaxException {
    Path file = Path.of(Mutation.class.getResource(list).toURI());
    return ((ConfigNode.Sequence) Checkout.read(file))
        .items().stream()
            .map(it ->
                new Mutation(
                    Yaml.text(it, "file"),
                    Yaml.text(it, "from"),
                    Yaml.text(it, "to"),
                    Yaml.text(it, "expect")))
            .toList();
  }

  /** Changes the file of its name in {@code directory}, and returns it. */
  Path applyIn(Path directory) throws IOException {
    Path mutant = directory.resolve(file);
    String text = Files.readString(mutant);
    int at = text.indexOf(from);
    assertTrue(at >= 0, "the file no longer has: " + from);
    return Files.writeString(
        mutant, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  @Override
  public String toString() {
    return expected;
  }
}
