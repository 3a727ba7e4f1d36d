package org.penstock.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The Java of all images: the modules they need, out of the JDK that runs this, without tools,
 * headers and debug symbols.
 *
 * @param home its directory on this machine
 * @param version as in the {@code release} file of the JDK
 */
record JavaRuntime(Path home, Runtime.Version version) {

  /** Where it lies in an image. */
  static final String IN_IMAGE = "/opt/java";

  /**
   * The modules, with whom they are for. {@code jdeps} names java.desktop, java.rmi,
   * java.security.jgss, java.security.sasl and jdk.javadoc besides, for classes that no step and no
   * service loads, on a directory or on S3.
   */
  static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging", // the S3 client, through commons-logging
          "java.management", // metrics of the S3 client and of Micrometer
          "java.naming", // names in certificates, as Apache's HTTP client compares them
          "java.net.http", // ingest of a URL, deploy on a cluster
          "java.sql", // timestamps of Avro and of the S3 client's JSON
          "java.xml", // the answers of S3
          "jdk.httpserver", // answers probes while nothing is deployed yet
          "jdk.jfr", // events that Netty's buffers extend, recorded or not
          "jdk.management", // memory and processors, for metrics
          "jdk.unsupported", // sun.misc.Unsafe: protobuf, Netty, Hadoop
          "jdk.zipfs"); // OLCUT reads its configuration out of jars

  /** For tools that look into a JDK from outside. */
  private static final String TOOLS = "lib/jrt-fs.jar";

  /**
   * Messages in the languages that the JDK speaks besides English; and most of the compiler of
   * XSLT, of which jlink wants some of every package to stay.
   */
  private static final String UNUSED =
      String.join(
          ",",
          "**_de.class,**_ja.class,**_zh_CN.class",
          "**_de.properties,**_ja.properties,**_zh_CN.properties",
          "/java.xml/com/sun/org/apache/xalan/internal/xsltc/compiler/[A-V]*.class",
          "/java.xml/com/sun/org/apache/bcel/internal/generic/[A-T]*.class");

  JavaRuntime {
    requireNonNull(home, "home");
    requireNonNull(version, "version");
  }

  /**
   * Links one into {@code directory}, which is emptied before. What is there of an earlier build
   * with the same JDK is kept.
   *
   * @throws ImageException if this JDK has no jlink, or jlink does not like it
   */
  static JavaRuntime link(Path directory) throws IOException, InterruptedException {
    var runtime = new JavaRuntime(directory, Runtime.version());
    Path jdk = Path.of(System.getProperty("java.home"));
    List<String> command =
        List.of(
            jdk.resolve("bin/jlink").toString(),
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress=zip-9",
            "--exclude-resources=" + UNUSED,
            "--output",
            directory.toString());
    Path made = directory.resolveSibling(directory.getFileName() + ".command");
    String recipe =
        String.join(" ", command)
            + " less "
            + TOOLS
            + " "
            + Files.readString(jdk.resolve("release"));
    if (Files.exists(made) && Files.readString(made).equals(recipe)) {
      return runtime;
    }

    FileTree.delete(directory);
    Files.createDirectories(directory.getParent());
    Tool.run("linking a Java runtime", command);
    ElfFile.trim(directory.resolve("lib/server/libjvm.so"));
    Files.delete(
        directory.resolve("lib/jrt-fs.jar")); // for tools that look into a JDK from outside
    Files.writeString(made, recipe);
    return runtime;
  }
}
