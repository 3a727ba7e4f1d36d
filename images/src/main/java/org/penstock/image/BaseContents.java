package org.penstock.image;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What a base says it is made of.
 *
 * @param distribution such as {@code debian-12}; {@code unknown} if it has no os-release
 * @param packages of dpkg, with an entry in {@code status} or a file in {@code status.d}
 */
record BaseContents(String distribution, List<DebianPackage> packages) {

  BaseContents {
    requireNonNull(distribution, "distribution");
    packages = List.copyOf(packages);
  }

  /**
   * A package that is installed.
   *
   * @param architecture {@code all} or one such as {@code amd64}
   */
  record DebianPackage(String name, String version, String architecture)
      implements Comparable<DebianPackage> {

    DebianPackage {
      requireNonNull(name, "name");
      requireNonNull(version, "version");
      requireNonNull(architecture, "architecture");
    }

    @Override
    public int compareTo(DebianPackage other) {
      return name.compareTo(other.name);
    }
  }

  /** Reads the layers of an OCI archive. */
  static BaseContents read(Path archive) throws IOException {
    var packages = new TreeSet<DebianPackage>();
    Map<String, String> release = new TreeMap<>();
    try (var tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
      for (TarArchiveEntry blob = tar.getNextEntry(); blob != null; blob = tar.getNextEntry()) {
        var content = new BufferedInputStream(tar);
        content.mark(2);
        boolean zipped = content.read() == 0x1f && content.read() == 0x8b;
        content.reset();
        if (zipped) {
          readLayer(content, packages, release);
        }
      }
    }
    String distribution =
        release.containsKey("ID")
            ? release.get("ID") + "-" + release.getOrDefault("VERSION_ID", "unknown")
            : "unknown";
    return new BaseContents(distribution, List.copyOf(packages));
  }

  private static void readLayer(
      InputStream content, TreeSet<DebianPackage> packages, Map<String, String> release)
      throws IOException {
    var layer = new TarArchiveInputStream(new GZIPInputStream(content));
    for (TarArchiveEntry file = layer.getNextEntry(); file != null; file = layer.getNextEntry()) {
      String name = file.getName().replaceFirst("^\\./", "");
      if (!file.isFile()) {
        continue;
      }
      if (name.matches("var/lib/dpkg/(status|status\\.d/[^/]+)") && !name.endsWith(".md5sums")) {
        readPackages(text(layer), packages);
      }
      if (name.equals("usr/lib/os-release") || name.equals("etc/os-release")) {
        text(layer)
            .lines()
            .map(line -> line.split("=", 2))
            .filter(pair -> pair.length == 2)
            .forEach(pair -> release.put(pair[0], pair[1].replace("\"", "")));
      }
    }
  }

  /** Paragraphs of {@code Key: value}; lines that go on begin with a space. */
  private static void readPackages(String status, TreeSet<DebianPackage> packages) {
    for (String paragraph : status.split("\n\n")) {
      Map<String, String> fields = new TreeMap<>();
      paragraph
          .lines()
          .filter(line -> line.matches("[A-Za-z-]+: .*"))
          .forEach(line -> fields.put(line.split(": ", 2)[0], line.split(": ", 2)[1]));
      if (fields.containsKey("Package") && fields.containsKey("Version")) {
        packages.add(
            new DebianPackage(
                fields.get("Package"),
                fields.get("Version"),
                fields.getOrDefault("Architecture", "all")));
      }
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
