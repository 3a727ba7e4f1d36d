package org.penstock.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The jars of a program: its own, those that it names in the {@code Class-Path} of its manifest,
 * the projects and a library for networks, and what they name. Others that lie beside them are not
 * for it.
 *
 * @param jars in the order in which classes are looked for
 */
record ClassPath(List<Path> jars) {

  /** What a jar has that programs look for without naming it. */
  private static final List<String> PROVIDES =
      List.of(
          "META-INF/services/org.penstock.feature.Project",
          "META-INF/services/org.penstock.model.NetworkLibrary");

  ClassPath {
    jars = List.copyOf(jars);
  }

  /**
   * Reads manifests.
   *
   * @throws ImageException if one names a jar of ours or of others that is not there
   */
  static ClassPath of(Path jar, boolean withProjects) throws IOException {
    SequencedSet<Path> jars = new LinkedHashSet<>();
    add(jar, jars);
    if (withProjects) {
      for (Path project : projects(jar.getParent())) {
        add(project, jars);
      }
    }
    return new ClassPath(List.copyOf(jars));
  }

  /** Returns the jars that, by their names, all {@code paths} have, in the order of the first. */
  static ClassPath common(List<ClassPath> paths) {
    return new ClassPath(
        paths.getFirst().jars().stream()
            .filter(jar -> paths.stream().allMatch(path -> path.names().contains(name(jar))))
            .toList());
  }

  /** Returns these jars, those that {@code first} names before the others. */
  ClassPath beginningWith(ClassPath first) {
    List<String> names = first.names();
    Comparator<Path> order =
        Comparator.comparing(
            jar -> names.contains(name(jar)) ? names.indexOf(name(jar)) : names.size());
    return new ClassPath(jars.stream().sorted(order).toList());
  }

  private List<String> names() {
    return jars.stream().map(ClassPath::name).toList();
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  private static void add(Path jar, SequencedSet<Path> jars) throws IOException {
    jars.add(jar);
    for (String name : named(jar)) {
      Path library = jar.resolveSibling(name);
      if (!Files.isRegularFile(library)) {
        throw new ImageException(
            ImageException.CONFIGURATION,
            "%s names %s in its Class-Path, and there is none beside it; build again with `mvn clean package`"
                .formatted(jar, name));
      }
      jars.add(library);
    }
  }

  private static List<String> named(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String names = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null ? List.of() : List.of(names.split(" "));
    }
  }

  private static List<Path> projects(Path directory) throws IOException {
    var projects = new ArrayList<Path>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, "penstock-*.jar")) {
      for (Path jar : jars) {
        try (JarFile file = new JarFile(jar.toFile())) {
          if (PROVIDES.stream().anyMatch(service -> file.getEntry(service) != null)) {
            projects.add(jar);
          }
        }
      }
    }
    projects.sort(null);
    return projects;
  }

  /** Returns the value of {@code -cp} when the jars lie in {@code directory} of an image. */
  String in(String directory) {
    return String.join(":", names().stream().map(name -> directory + "/" + name).toList());
  }
}
