package org.penstock.image;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.penstock.image.OciArchive.Layer;

/** The table that is printed when images were made. */
final class Summary {

  private static final String ROW = "  %-10s %10s %10s %10s  %s%n";

  private Summary() {}

  /** Returns a line an image, and what all of them take together, shared layers once. */
  static String of(List<BuiltImage> images) {
    Map<String, Integer> uses = new HashMap<>();
    images.forEach(image ->
        image.archive().layers().forEach(layer -> uses.merge(layer.digest(), 1, Integer::sum)));

    var table = new StringBuilder();
    table.append(row("image", "compressed", "unpacked", "shared", "digest"));
    Set<Layer> all = new HashSet<>();
    for (BuiltImage image : images) {
      List<Layer> layers = image.archive().layers();
      all.addAll(layers);
      table.append(
          row(
              image.program().image(),
              megabytes(layers.stream().mapToLong(Layer::compressedBytes).sum()),
              megabytes(layers.stream().mapToLong(Layer::unpackedBytes).sum()),
              megabytes(
                  layers.stream()
                      .filter(layer -> uses.get(layer.digest()) > 1)
                      .mapToLong(Layer::unpackedBytes)
                      .sum()),
              image.archive().digest()));
    }
    table.append(
        row(
            "together",
            megabytes(all.stream().mapToLong(Layer::compressedBytes).sum()),
            megabytes(all.stream().mapToLong(Layer::unpackedBytes).sum()),
            "",
            ""));
    return table.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells).stripTrailing() + System.lineSeparator();
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
