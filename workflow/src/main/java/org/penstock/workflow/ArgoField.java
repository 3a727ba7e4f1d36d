package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of one field of Argo on one machine; a row of {@code argo-fields.txt}.
 *
 * @param type whose field it is, e.g. {@code Task}
 * @param name as Argo spells it
 * @param treatment what becomes of it
 * @param note why, or with which limits; may be empty
 */
public record ArgoField(String type, String name, Treatment treatment, String note) {

  /** What becomes of a field. */
  public enum Treatment {
    /** It is executed. */
    HONOURED,
    /** It means nothing on one machine. */
    IGNORED,
    /** It is ignored and told, since the cluster would do something. */
    WARNED,
    /** The workflow does not run. */
    REFUSED
  }

  private static final List<ArgoField> ALL = read();

  public ArgoField {
    requireNonNull(type, "type");
    requireNonNull(name, "name");
    requireNonNull(treatment, "treatment");
    requireNonNull(note, "note");
  }

  /** Returns every field, type by type. */
  public static List<ArgoField> all() {
    return ALL;
  }

  static Optional<ArgoField> of(String type, String name) {
    return ALL.stream()
        .filter(field -> field.type.equals(type) && field.name.equals(name))
        .findFirst();
  }

  static List<String> names(String type) {
    return ALL.stream().filter(field -> field.type.equals(type)).map(ArgoField::name).toList();
  }

  private static List<ArgoField> read() {
    try (InputStream table = ArgoField.class.getResourceAsStream("argo-fields.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(ArgoField::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArgoField parse(String line) {
    String[] cells = line.split(" \\| ?", 4);
    return new ArgoField(
        cells[0].strip(),
        cells[1].strip(),
        Treatment.valueOf(cells[2].strip().toUpperCase(Locale.ROOT)),
        cells[3].strip());
  }
}
