package org.penstock.image;

import static java.util.Objects.requireNonNull;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an image is put together from.
 *
 * @param program what runs in it
 * @param base below everything
 * @param java common to all
 * @param jars in layers, the most common first
 * @param options the argument file of Java
 * @param sbom the list of all this
 * @param archive prepared classes, if it has them
 */
record ImageParts(
    Program program,
    BaseImage base,
    JavaRuntime java,
    List<JarLayers.Layer> jars,
    Path options,
    Path sbom,
    Optional<Path> archive) {

  /** The directory of an image that holds what is ours. */
  static final String APP = "/app";

  /** Nobody's account on the node; a number, so that Kubernetes can tell that it is not root. */
  private static final String USER = "8737:8737";

  ImageParts {
    requireNonNull(program, "program");
    requireNonNull(base, "base");
    requireNonNull(java, "java");
    jars = List.copyOf(jars);
    requireNonNull(options, "options");
    requireNonNull(sbom, "sbom");
    requireNonNull(archive, "archive");
  }

  /**
   * Describes the image to Jib: layers and what a process in it starts with. No entry point: a step
   * is always given a command, and some engines would put it behind.
   */
  JibContainerBuilder describe(Map<String, String> labels) throws IOException {
    JibContainerBuilder image =
        base.builder()
            .setFormat(ImageFormat.OCI)
            .setUser(USER)
            .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
            .addEnvironmentVariable("PATH", JavaRuntime.IN_IMAGE + "/bin")
            .addEnvironmentVariable("JAVA_HOME", JavaRuntime.IN_IMAGE)
            .addEnvironmentVariable("HOME", "/tmp")
            .setEntrypoint((List<String>) null)
            .setLabels(labels)
            .addFileEntriesLayer(javaLayer());
    if (program.isServer()) {
      image.setProgramArguments("java", "@" + APP + "/java", program.main());
    }
    jars.forEach(layer -> image.addFileEntriesLayer(jarLayer(layer)));
    image.addFileEntriesLayer(
        FileEntriesLayer.builder()
            .setName("options: " + program.image())
            .addEntry(options, inApp("java"))
            .addEntry(sbom, AbsoluteUnixPath.get(Sbom.IN_IMAGE))
            .build());
    archive.ifPresent(file -> image.addFileEntriesLayer(classes(file)));
    return image;
  }

  private FileEntriesLayer javaLayer() throws IOException {
    return FileEntriesLayer.builder()
        .setName("java")
        .addEntryRecursive(
            java.home(),
            AbsoluteUnixPath.get(JavaRuntime.IN_IMAGE),
            (file, _) ->
                FilePermissions.fromOctalString(
                    Files.isDirectory(file) || Files.isExecutable(file) ? "755" : "644"))
        .build();
  }

  private static FileEntriesLayer jarLayer(JarLayers.Layer layer) {
    FileEntriesLayer.Builder files = FileEntriesLayer.builder().setName(layer.name());
    layer.jars().forEach(jar -> files.addEntry(jar, inApp("lib/" + jar.getFileName())));
    return files.build();
  }

  private FileEntriesLayer classes(Path file) {
    return FileEntriesLayer.builder()
        .setName("classes: " + program.archive().orElseThrow())
        .addEntry(file, AbsoluteUnixPath.get(ClassArchive.IN_IMAGE))
        .build();
  }

  private static AbsoluteUnixPath inApp(String path) {
    return AbsoluteUnixPath.get(APP + "/" + path);
  }
}
