package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of docs/argo-subset.md is the table of the code. */
class ArgoSubsetTest {

  private static final String BEGIN = "<!-- fields: begin -->\n";
  private static final String END = "<!-- fields: end -->\n";

  @Test
  void isDocumentedFieldByField() throws IOException {
    Path page = page();
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();

    String table = text.substring(begin, text.indexOf(END));

    assertEquals(
        table(),
        table,
        "what stands between the comments of %s comes from the code".formatted(page));
  }

  @Test
  void knowsEachFieldOnce() {
    var seen = new HashSet<String>();
    for (ArgoField field : ArgoField.all()) {
      assertEquals(true, seen.add(field.type() + "." + field.name()), field.toString());
    }
  }

  @Test
  void saysWhyAFieldIsRefusedOrWarnedAbout() {
    for (ArgoField field : ArgoField.all()) {
      boolean told =
          switch (field.treatment()) {
            case HONOURED, IGNORED -> true;
            case WARNED, REFUSED -> !field.note().isEmpty();
          };
      assertEquals(true, told, field.toString());
    }
  }

  private static String table() {
    var text = new StringBuilder("| type | field | here | note |\n|---|---|---|---|\n");
    for (ArgoField field : ArgoField.all()) {
      text.append(
          "| %s | `%s` | %s | %s |\n"
              .formatted(
                  field.type(),
                  field.name(),
                  field.treatment().name().toLowerCase(Locale.ROOT),
                  field.note()));
    }
    return text.toString().replace("|  |", "| |");
  }

  private static Path page() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve("pipelines/argo"))) {
      directory = directory.getParent();
    }
    return directory.resolve("docs/argo-subset.md");
  }
}
