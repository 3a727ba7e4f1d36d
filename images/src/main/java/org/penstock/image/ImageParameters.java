package org.penstock.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file {@code images.yaml}: for {@code argo submit -f}, a parameter {@code image-<name>} for
 * each image, pinned by digest.
 */
final class ImageParameters {

  private static final String FILE = "images.yaml";
  private static final String COMMENT =
      "# Parameters of the workflows, written by ./penstock images: argo submit --from … -f images.yaml";

  private ImageParameters() {}

  /** Writes the lines of {@code images}; those of others that are there stay as they are. */
  static void write(Path directory, ImagesConfig config, List<BuiltImage> images)
      throws IOException {
    Path file = directory.resolve(FILE);
    Map<String, String> lines = new TreeMap<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("image-"))
          .forEach(line -> lines.put(line.substring(0, line.indexOf(':')), line));
    }
    for (BuiltImage image : images) {
      String name = "image-" + image.program().image();
      lines.put(name, name + ": " + config.reference(image.program(), image.archive().digest()));
    }

    Path part = directory.resolve(FILE + ".part");
    Files.writeString(part, COMMENT + "\n" + String.join("\n", lines.values()) + "\n");
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
