package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {

  private static final String IMAGE = "registry.example.org/own/deploy@sha256:" + "0".repeat(64);

  @TempDir Path directory;

  @Test
  void writesWhatItThenFindsCurrent() {
    assertEquals(78, compile("kubeflow", "--check"));
    assertEquals(0, compile("kubeflow"));
    assertEquals(0, compile("kubeflow", "--check"));
  }

  @Test
  void noticesAnEdit() throws IOException {
    compile("kubeflow");
    Path file = directory.resolve("credit-risk.promote.yaml");
    Files.writeString(file, Files.readString(file) + "# edited\n");

    assertEquals(78, compile("kubeflow", "--check"));
  }

  @Test
  void namesImagesOfAFile() throws IOException {
    Path images = directory.resolve("images.yaml");
    Files.writeString(images, "# by digest\nimage-deploy: %s\nimage-serving: x\n".formatted(IMAGE));

    assertEquals(0, compile("kubeflow", "--images", images.toString()));
    assertTrue(
        Files.readString(directory.resolve("credit-risk.promote.yaml"))
            .contains("image: \"" + IMAGE + '"'));
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    Path list = Files.writeString(directory.resolve("list.yaml"), "- a\n");

    assertEquals(66, compile("kubeflow", "--images", directory.resolve("none.yaml").toString()));
    assertEquals(78, compile("kubeflow", "--images", list.toString()));
    assertEquals(78, compile("kubeflow", "credit-rsk"));
    assertEquals(78, compile("airflow"));
  }

  private int compile(String... args) {
    List<String> all = new ArrayList<>(List.of("compile"));
    all.addAll(List.of(args));
    all.addAll(List.of("--to", directory.resolve(".").toString()));
    return PenstockMain.commandLine().execute(all.toArray(String[]::new));
  }
}
