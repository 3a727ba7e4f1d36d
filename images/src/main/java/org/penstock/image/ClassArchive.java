package org.penstock.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What a JVM would otherwise do at every start: its classes read, verified and linked, in a file
 * that it maps into memory. The service has its own; all steps share one, of the jars that all of
 * them have, which stand first in their class paths.
 *
 * <p>Made from a list of classes that is part of the sources ({@code images/classes.sh} writes it),
 * not from a run at the time of the build: what a run loads depends on its threads, and the file
 * would never be the same twice. A class that the list does not name is loaded as ever.
 */
final class ClassArchive {

  /** Where it lies in an image. */
  static final String IN_IMAGE = "/app/classes.jsa";

  /** What Jib gives every file; the JVM compares the times of the jars. */
  static final FileTime MODIFIED = FileTime.from(Instant.ofEpochSecond(1));

  /** Names of directories are in the file: it is made in the same one everywhere. */
  private static final Path STAGE = Path.of("/tmp/penstock-images");

  private static final int TRIES = 240;
  private static final int HEADER = 4096;

  /** Whose classes they are. */
  enum Kind {
    /** Those of the service. */
    SERVING,
    /** Those that all steps have in common. */
    STEPS;

    boolean isFor(Program program) {
      return program.archive().equals(Optional.of(this));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final JavaRuntime java;
  private final Path directory;

  /**
   * @param directory for what is made on the way
   */
  ClassArchive(Kind kind, JavaRuntime java, Path directory) {
    this.kind = requireNonNull(kind, "kind");
    this.java = requireNonNull(java, "java");
    this.directory = requireNonNull(directory, "directory");
  }

  /** Makes the file, or returns the one of an earlier build of the same jars and the same Java. */
  Path of(ClassPath path) throws IOException, InterruptedException {
    Path archive = directory.resolve("classes.jsa");
    Path list = Files.createDirectories(directory).resolve("classes.list");
    try (InputStream in = ClassArchive.class.getResourceAsStream(kind + ".classes.gz")) {
      Files.copy(new GZIPInputStream(in), list, StandardCopyOption.REPLACE_EXISTING);
    }
    String made =
        STAGE
            + Digests.of(path.jars())
            + Digests.of(list)
            + Digests.of(java.home().resolve("lib/modules"));
    Path recipe = directory.resolve("classes.recipe");
    if (Files.exists(archive) && Files.exists(recipe) && Files.readString(recipe).equals(made)) {
      return archive;
    }

    Files.deleteIfExists(recipe);
    enter();
    try {
      FileTree.copy(java.home(), STAGE.resolve("java"));
      Files.copy(list, STAGE.resolve("classes.list"));
      String staged = stage(path);
      Files.write(archive, withoutTimes(dump(staged, "classes.jsa"), dump(staged, "twin.jsa")));
    } finally {
      FileTree.delete(STAGE);
    }
    Files.writeString(recipe, made);
    return archive;
  }

  /** Waits for a build beside this one, which may be in a clone of somebody else's. */
  private static void enter() throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        Files.createDirectory(
            STAGE,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return;
      } catch (FileAlreadyExistsException _) {
        Thread.sleep(500);
      }
    }
    throw new ImageException(
        ImageException.TEMPORARY,
        "%s is in use by another build, or was left by one that was killed: wait, or remove it"
            .formatted(STAGE));
  }

  /** Lays the jars out as an image has them: beside each other, with the same times. */
  private static String stage(ClassPath path) throws IOException {
    Path lib = Files.createDirectory(STAGE.resolve("lib"));
    for (Path jar : path.jars()) {
      Files.setLastModifiedTime(Files.copy(jar, lib.resolve(jar.getFileName())), MODIFIED);
    }
    return path.in(lib.toString());
  }

  private byte[] dump(String classPath, String name) throws IOException, InterruptedException {
    Path archive = STAGE.resolve(name);
    Tool.run(
        "archiving the classes of " + kind,
        List.of(
            STAGE.resolve("java/bin/java").toString(),
            "-Xshare:dump",
            "-XX:+AOTClassLinking",
            "-XX:SharedClassListFile=" + STAGE.resolve("classes.list"),
            "-XX:SharedArchiveFile=" + archive,
            "-Xmx512m", // addresses in the file depend on it, not on this machine
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath));
    return Files.readAllBytes(archive);
  }

  /**
   * Two files of the same classes differ in the time of the last use that every archived {@code
   * SoftReference} has, in milliseconds since the machine was started, and in the checksums of the
   * pages they are on, which the JVM compares only with {@code -XX:+VerifySharedSpaces}. Sets both
   * to zero.
   *
   * @throws ImageException if they differ in more than that
   */
  static byte[] withoutTimes(byte[] archive, byte[] twin) {
    int differences = 0;
    var bytes = ByteBuffer.wrap(archive.clone());
    for (int i = 0; i < Math.min(archive.length, twin.length); i++) {
      if (archive[i] != twin[i]) {
        differences++;
        if (i < HEADER) {
          bytes.putInt(i & -Integer.BYTES, 0);
        } else {
          bytes.putLong(i & -Long.BYTES, 0);
        }
      }
    }
    if (archive.length != twin.length || differences > archive.length / 1000) {
      throw new ImageException(
          ImageException.CONFIGURATION,
          "Two archives of the same classes have %d and %d bytes, and differ in %d: this JDK does not make them alike, and the image would be another one at every build"
              .formatted(archive.length, twin.length, differences));
    }
    return bytes.array();
  }
}
