package org.penstock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  private static final String PROJECT = "META-INF/services/org.penstock.feature.Project";

  @TempDir private Path lib;

  @Test
  void hasWhatTheJarNamesAndNotWhatLiesBesideIt() throws IOException {
    Path step = Jars.make(lib, "penstock-train-1.jar", "a.jar b.jar");
    Jars.make(lib, "a.jar", "");
    Jars.make(lib, "b.jar", "");
    Jars.make(lib, "stranger.jar", "");

    assertEquals(
        "/app/lib/penstock-train-1.jar:/app/lib/a.jar:/app/lib/b.jar",
        ClassPath.of(step, false).in("/app/lib"));
  }

  @Test
  void hasTheProjectsAndWhatTheyNameOnce() throws IOException {
    Path step = Jars.make(lib, "penstock-train-1.jar", "a.jar");
    Jars.make(lib, "a.jar", "");
    Jars.make(lib, "b.jar", "");
    Jars.make(lib, "penstock-credit-risk-1.jar", "a.jar b.jar", PROJECT);

    assertEquals(
        "x/penstock-train-1.jar:x/a.jar:x/penstock-credit-risk-1.jar:x/b.jar",
        ClassPath.of(step, true).in("x"));
  }

  @Test
  void doesNotFollowWhatLibrariesOfOthersName() throws IOException {
    Path step = Jars.make(lib, "penstock-train-1.jar", "a.jar");
    Jars.make(lib, "a.jar", "gone.jar");

    assertEquals("x/penstock-train-1.jar:x/a.jar", ClassPath.of(step, false).in("x"));
  }

  @Test
  void saysWhichLibraryIsMissing() throws IOException {
    Path step = Jars.make(lib, "penstock-train-1.jar", "gone.jar");

    var failure = assertThrows(ImageException.class, () -> ClassPath.of(step, false));

    assertEquals(
        step
            + " names gone.jar in its Class-Path, and there is none beside it; build again with `mvn clean package`",
        failure.getMessage());
  }

  @Test
  void putsWhatAllHaveFirstInOneOrder() {
    ClassPath train = path("train.jar", "b.jar", "x.jar", "a.jar");
    ClassPath score = path("score.jar", "a.jar", "b.jar", "y.jar");

    ClassPath common = ClassPath.common(List.of(train, score));

    assertEquals("x/b.jar:x/a.jar", common.in("x"));
    assertEquals("x/b.jar:x/a.jar:x/train.jar:x/x.jar", train.beginningWith(common).in("x"));
    assertEquals("x/b.jar:x/a.jar:x/score.jar:x/y.jar", score.beginningWith(common).in("x"));
  }

  @Test
  void knowsJarsOfOtherDirectoriesByTheirNames() {
    ClassPath train = new ClassPath(List.of(lib.resolve("a.jar"), lib.resolve("b.jar")));
    ClassPath network = new ClassPath(List.of(Path.of("/other/b.jar"), Path.of("/other/c.jar")));

    assertEquals(
        List.of(Path.of("/other/b.jar"), Path.of("/other/c.jar")),
        network.beginningWith(ClassPath.common(List.of(train, network))).jars());
  }

  private ClassPath path(String... names) {
    return new ClassPath(Stream.of(names).map(lib::resolve).toList());
  }
}
