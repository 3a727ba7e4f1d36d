package org.penstock.kubeflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of one field of Argo in Kubeflow; a row of {@code kubeflow-fields.txt}. What has no
 * row is refused.
 *
 * @param type whose field it is, e.g. {@code Container}
 * @param name as Argo spells it
 * @param treatment what becomes of it
 * @param note why, or with which limits; may be empty
 */
record KubeflowField(String type, String name, Treatment treatment, String note) {

  /** What becomes of a field. */
  enum Treatment {
    MAPPED,
    LEFT
  }

  private static final List<KubeflowField> ALL = read();

  static List<KubeflowField> all() {
    return ALL;
  }

  static Optional<KubeflowField> of(String type, String name) {
    return ALL.stream()
        .filter(field -> field.type.equals(type) && field.name.equals(name))
        .findFirst();
  }

  private static List<KubeflowField> read() {
    try (InputStream table = KubeflowField.class.getResourceAsStream("kubeflow-fields.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(KubeflowField::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KubeflowField parse(String line) {
    String[] cells = line.split(" \\| ?", 4);
    return new KubeflowField(
        cells[0].strip(),
        cells[1].strip(),
        Treatment.valueOf(cells[2].strip().toUpperCase(Locale.ROOT)),
        cells[3].strip());
  }
}
