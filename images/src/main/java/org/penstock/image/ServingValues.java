package org.penstock.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The file {@code serving-values.yaml}: for {@code helm -f}, the image of the service by digest.
 */
final class ServingValues {

  private static final String SERVICE = "serving";
  private static final String FILE = "serving-values.yaml";

  private ServingValues() {}

  /** Writes the file if the service is among {@code images}; else what is there stays. */
  static void write(Path directory, ImagesConfig config, List<BuiltImage> images)
      throws IOException {
    for (BuiltImage image : images) {
      if (image.program().image().equals(SERVICE)) {
        Path part = directory.resolve(FILE + ".part");
        Files.writeString(part, text(config.registry(), image.archive().digest().toString()));
        Files.move(
            part,
            directory.resolve(FILE),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Quotes with JSON's, which YAML takes too: a registry may have a port. */
  static String text(String registry, String digest) {
    return """
    # Image of the service, written by ./penstock images: helm upgrade … -f serving-values.yaml
    image: {registry: "%s", repository: %s, digest: "%s"}
    """
        .formatted(registry, SERVICE, digest);
  }
}
