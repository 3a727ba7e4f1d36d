package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penstock.config.InvalidConfigException;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.WorkflowTemplate;

final class PinnedImagesTest {

  @TempDir private Path directory;

  @Test
  void readsOneImageAParameter() throws IOException {
    Path file = file("# a comment\nimage-train: r/train@sha256:ab\nimage-ingest: r/ingest:0.1.0\n");

    assertEquals(
        Map.of("image-train", "r/train@sha256:ab", "image-ingest", "r/ingest:0.1.0"),
        PinnedImages.read(file).references());
  }

  @Test
  void pinsTheImageThatTheValueOfAParameterNames() throws IOException {
    WorkflowTemplate template =
        WorkflowTemplate.read(PenstockHome.ofEnvironment().pipeline("credit-risk"));
    var images =
        new PinnedImages(
            Map.of(
                "image-train",
                "r/train@sha256:ab",
                "image-none",
                "r/none@sha256:ab",
                "store",
                "x"));

    assertEquals(Map.of("image-train", "r/train@sha256:ab"), images.valuesFor(template));
  }

  @Test
  void namesTheCommandThatWritesTheFile() {
    Path file = directory.resolve("images.yaml");

    StepFailure failure = assertThrows(StepFailure.class, () -> PinnedImages.read(file));

    assertEquals(ExitCode.INPUT, failure.exitCode());
    assertEquals(
        "There is no %s with the images of the steps: ./penstock images writes it, --images names another"
            .formatted(file),
        failure.getMessage());
  }

  @Test
  void refusesWhatIsNoNameOfAnImage() throws IOException {
    Path file = file("image-train: 7\nimage-ingest: [a]\n");

    InvalidConfigException failure =
        assertThrows(InvalidConfigException.class, () -> PinnedImages.read(file));

    assertEquals(2, failure.getMessage().lines().count(), failure.getMessage());
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("images.yaml"), content);
  }
}
