package org.penstock.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.penstock.workflow.ArgoField;
import org.penstock.workflow.ArgoField.Treatment;

/** The table of docs/kubeflow.md is the table of the code, over the fields of Argo. */
class KubeflowFieldTest {

  private static final String BEGIN = "<!-- fields: begin -->\n";
  private static final String END = "<!-- fields: end -->\n";

  @Test
  void isDocumentedFieldByField() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "kubeflow.md"));
    int begin = text.indexOf(BEGIN) + BEGIN.length();

    assertEquals(
        table(),
        text.substring(begin, text.indexOf(END)),
        "what stands between the comments of docs/kubeflow.md comes from the code");
  }

  @Test
  void isAFieldOfArgoAndStandsOnce() {
    var seen = new HashSet<String>();
    for (KubeflowField field : KubeflowField.all()) {
      assertTrue(seen.add(field.type() + "." + field.name()), field.toString());
      assertTrue(
          ArgoField.all().stream()
              .anyMatch(it -> it.type().equals(field.type()) && it.name().equals(field.name())),
          field.toString());
    }
  }

  @Test
  void saysWhyAFieldIsLeft() {
    for (KubeflowField field : KubeflowField.all()) {
      assertTrue(
          field.treatment() == KubeflowField.Treatment.MAPPED || !field.note().isEmpty(),
          field.toString());
    }
  }

  /** What the laptop refuses never comes here; what has no row is refused. */
  private static String table() {
    List<String> types = KubeflowField.all().stream().map(KubeflowField::type).distinct().toList();
    var text = new StringBuilder("| type | field | Kubeflow | note |\n|---|---|---|---|\n");
    for (String type : types) {
      ArgoField.all().stream()
          .filter(field -> field.type().equals(type) && field.treatment() != Treatment.REFUSED)
          .forEach(field -> text.append(row(field)));
    }
    return text.toString().replace("|  |", "| |");
  }

  private static String row(ArgoField field) {
    return KubeflowField.of(field.type(), field.name())
        .map(mapped ->
            "| %s | `%s` | %s | %s |\n"
                .formatted(
                    field.type(),
                    field.name(),
                    mapped.treatment().name().toLowerCase(Locale.ROOT),
                    mapped.note()))
        .orElse("| %s | `%s` | refused |  |\n".formatted(field.type(), field.name()));
  }
}
