package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.step.StepFailure;

/** What {@code penstock new} writes compiles without a warning, passes its test, and runs. */
class SkeletonTest {

  private static final String NAME = "late-orders";

  /** What a new project is registered in, and what its pipeline refers to. */
  private static final List<String> OF_THE_CHECKOUT =
      List.of(
          "pom.xml",
          "cli/pom.xml",
          "k8s/22.Role.penstock-deploy.yaml",
          "pipelines/argo/learning.template.yaml");

  @TempDir Path root;

  @BeforeEach
  void copyTheCheckout() throws IOException {
    for (String file : OF_THE_CHECKOUT) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.copy(PenstockHome.ofEnvironment().root().resolve(file), root.resolve(file));
    }
  }

  @Test
  void compilesPassesItsTestAndRuns() throws Exception {
    Skeleton skeleton = new Skeleton(root, NAME);
    skeleton.write();
    Path classes = compiled(skeleton.module());

    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                NewProject.class.getName(),
                "org.penstock.lateorders.GoldenOrdersTest",
                "run",
                NAME,
                "--store=" + root.resolve("store"),
                "--approve-as=ada",
                "--reason=to see it run")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("1 test passed"), said);
    assertTrue(said.contains("./penstock serve late-orders"), said);
  }

  /** Main and test together, with the options of the build. */
  private static Path compiled(Path module) throws IOException {
    Path classes = Files.createDirectory(module.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiles =
          compiler
              .getTask(
                  said,
                  manager,
                  null,
                  List.of("-d", classes.toString(), "-parameters", "-Xlint:all", "-Werror"),
                  null,
                  manager.getJavaFileObjects(below(module.resolve("src"), ".java")))
              .call();
      assertTrue(compiles, said::toString);
    }
    for (String resources : List.of("src/main/resources", "src/test/resources")) {
      for (Path file : below(module.resolve(resources), "")) {
        Path copy = classes.resolve(module.resolve(resources).relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return classes;
  }

  private static Path[] below(Path directory, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .toArray(Path[]::new);
    }
  }

  @Test
  void isRegisteredWhereProjectsAreListed() throws IOException {
    new Skeleton(root, NAME).write();

    assertTrue(read("pom.xml").contains("<module>projects/late-orders</module>\n    <module>cli<"));
    assertTrue(read("cli/pom.xml").contains("<artifactId>penstock-late-orders</artifactId>"));
    assertTrue(read("k8s/22.Role.penstock-deploy.yaml").contains("hospital-load, late-orders, "));
    assertTrue(Files.exists(root.resolve("pipelines/kfp/late-orders.train-and-register.yaml")));
  }

  @ParameterizedTest
  @CsvSource({
    "Late-Orders, 'is ''Late-Orders'', expected at most 40 of a-z, 0-9 and single dashes'",
    "late--orders, 'is ''late--orders'', expected'",
    "../orders, 'is ''../orders'', expected'",
    "'', 'is '''', expected'",
    "class, its package would be org.penstock.class",
    "table, its package would be org.penstock.table",
    "learning.template, 'is ''learning.template'', expected'",
  })
  void refusesANameThatCannotBe(String name, String expected) {
    var thrown = assertThrows(StepFailure.class, () -> new Skeleton(root, name).write());

    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
  }

  @Test
  void leavesWhatThereIsAlone() throws IOException {
    new Skeleton(root, NAME).write();
    Path pom = root.resolve("pom.xml");
    String before = Files.readString(pom);

    var thrown = assertThrows(StepFailure.class, () -> new Skeleton(root, NAME).write());

    assertEquals("There is a project 'late-orders'", thrown.getMessage());
    assertEquals(before, Files.readString(pom));
  }

  private String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }
}
