package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step in a process of its own runs with the libraries of the command, which lie together. */
class StepLibrariesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest.IngestMain",
        "features.FeaturesMain",
        "train.TrainMain",
        "evaluate.EvaluateMain",
        "approve.ApproveMain",
        "deploy.DeployMain",
        "score.ScoreMain",
        "gathering.GatherMain",
        "upload.UploadMain"
      })
  void areAllAmongThoseOfTheCommandInTheSameVersion(String main) throws IOException {
    Path jar = StepClass.location(StepClass.named("org.penstock." + main).main());
    assumeTrue(Files.isRegularFile(jar), "not packaged yet, which `mvn verify` does");
    Set<String> ours =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).getFileName().toString())
            .collect(Collectors.toSet());

    List<String> missing = named(jar).stream().filter(library -> !ours.contains(library)).toList();

    assertEquals(List.of(), missing);
  }

  private static List<String> named(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes attributes = file.getManifest().getMainAttributes();
      return List.of(attributes.getValue(Attributes.Name.CLASS_PATH).split(" "));
    }
  }
}
