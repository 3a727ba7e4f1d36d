package org.penstock.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the images: prepares the parts of each, has them written, and lists what was made. */
final class ImageFactory {

  private final Workshop workshop;
  private final ImagesConfig config;
  private final ImageWriter writer;
  private final Map<BaseImage, BaseContents> bases = new HashMap<>();
  private final Map<Path, Libraries> libraries = new HashMap<>();
  private final Map<ClassArchive.Kind, ClassPath> archived = new EnumMap<>(ClassArchive.Kind.class);
  private final Map<ClassArchive.Kind, Path> archives = new EnumMap<>(ClassArchive.Kind.class);

  ImageFactory(Workshop workshop, ImagesConfig config) {
    this.workshop = requireNonNull(workshop, "workshop");
    this.config = requireNonNull(config, "config");
    this.writer = new ImageWriter(workshop.work());
  }

  /** Makes the archives that are wanted, and pushes them if that is wanted too. */
  List<BuiltImage> build() throws InterruptedException {
    try {
      Map<Program, ClassPath> paths = classPaths();
      var jars = new JarLayers(paths);
      JavaRuntime java = JavaRuntime.link(workshop.work().resolve("java"));
      Path to = Files.createDirectories(config.to(workshop.home()));

      var images = new ArrayList<BuiltImage>();
      for (Program program : paths.keySet()) {
        if (config.wants(program)) {
          images.add(build(parts(program, paths.get(program), jars.of(program), java), to));
        }
      }
      ImageParameters.write(to, config, images);
      ServingValues.write(to, config, images);
      return images;
    } catch (IOException e) {
      throw new ImageException(
          ImageException.TEMPORARY, "Cannot make the images: " + e.getMessage(), e);
    }
  }

  private Map<Program, ClassPath> classPaths() throws IOException {
    Map<Program, ClassPath> paths = new EnumMap<>(Program.class);
    for (Program program : Program.values()) {
      Optional<Path> jar = workshop.jar(program);
      if (jar.isEmpty()) {
        throw new ImageException(
            ImageException.CONFIGURATION,
            "There is no %s-….jar in %s; build it with `./penstock images` or `mvn package`"
                .formatted(program.jar(), workshop.libraries(program)));
      }
      paths.put(program, ClassPath.of(jar.get(), program.hasProjects()));
    }
    for (ClassArchive.Kind kind : ClassArchive.Kind.values()) {
      List<Program> users = paths.keySet().stream().filter(kind::isFor).toList();
      ClassPath common = ClassPath.common(users.stream().map(paths::get).toList());
      users.forEach(program -> paths.put(program, paths.get(program).beginningWith(common)));
      archived.put(kind, common);
    }
    return paths;
  }

  private Optional<Path> archive(Program program, JavaRuntime java)
      throws IOException, InterruptedException {
    if (program.archive().isEmpty()) {
      return Optional.empty();
    }
    ClassArchive.Kind kind = program.archive().get();
    if (!archives.containsKey(kind)) {
      Path directory = workshop.work().resolve("classes-" + kind);
      archives.put(kind, new ClassArchive(kind, java, directory).of(archived.get(kind)));
    }
    return Optional.of(archives.get(kind));
  }

  private ImageParts parts(
      Program program, ClassPath path, List<JarLayers.Layer> jars, JavaRuntime java)
      throws IOException, InterruptedException {
    Path directory = Files.createDirectories(workshop.work().resolve(program.image()));
    BaseImage base = BaseImage.of(config.base(), workshop.localBase(program));
    Path sbom =
        Files.write(
            directory.resolve("sbom.cdx.json"),
            new Sbom("penstock/" + program.image(), config.version())
                .add(contents(base))
                .add(java)
                .add(path, libraries(workshop.bom(program)))
                .write());
    Optional<Path> archive = archive(program, java);
    Path options =
        Files.writeString(
            directory.resolve("java"), JavaOptions.of(program, path.in(ImageParts.APP + "/lib")));
    return new ImageParts(program, base, java, jars, options, sbom, archive);
  }

  private BaseContents contents(BaseImage base) throws IOException, InterruptedException {
    BaseContents known = bases.get(base);
    if (known == null) {
      Path archive = workshop.work().resolve("base.tar");
      writer.archive(base.builder(), "penstock/base", archive, base);
      known = BaseContents.read(archive);
      bases.put(base, known);
    }
    return known;
  }

  private Libraries libraries(Path bom) throws IOException {
    Libraries known = libraries.get(bom);
    if (known == null) {
      known = Libraries.read(bom);
      libraries.put(bom, known);
    }
    return known;
  }

  private BuiltImage build(ImageParts parts, Path to) throws IOException, InterruptedException {
    Program program = parts.program();
    Path part = to.resolve(program.image() + ".tar.part");
    Path whole = to.resolve(program.image() + ".tar");
    var labels = Labels.of(program, config);
    writer.archive(parts.describe(labels), config.reference(program), part, parts.base());
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    Files.copy(
        parts.sbom(),
        to.resolve(program.image() + ".cdx.json"),
        StandardCopyOption.REPLACE_EXISTING);
    if (config.push()) {
      writer.push(parts.describe(labels), config.reference(program));
    }
    return new BuiltImage(program, OciArchive.read(whole));
  }
}
