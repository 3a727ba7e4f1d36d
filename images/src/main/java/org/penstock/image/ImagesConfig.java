package org.penstock.image;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penstock.config.Default;
import org.penstock.config.Help;
import org.penstock.row.NearestName;

/**
 * The flags of {@code ./penstock images}.
 *
 * @param base a reference, or a tar in the format of {@code docker save}
 * @param registry what stands before the name of every image
 * @param version the tag
 * @param to where the archives go
 * @param push whether the images go to the registry as well
 * @param revision the commit they are made from; a label, so it is part of their digests
 * @param only names of images; empty: all
 */
record ImagesConfig(
    @Help("base of all images: a reference, or a tar of `docker save` or images/base.sh")
        Optional<String> base,
    @Help("what stands before each name, like registry.example.org/penstock")
        @Default("localhost/penstock")
        String registry,
    @Help("tag of the images") @Default("0.1.0") String version,
    @Help("directory for the archives, SBOMs and images.yaml (default: images/target/images)")
        Optional<Path> to,
    @Help("push to the registry, with the credentials of `docker login`") @Default("false")
        boolean push,
    @Help("commit for the label org.opencontainers.image.revision; another one, another digest")
        Optional<String> revision,
    @Help("name of an image to build, instead of all; may be given several times") @Default("[]")
        List<String> only) {

  ImagesConfig {
    requireNonNull(base, "base");
    requireNonNull(to, "to");
    requireNonNull(revision, "revision");
    only = List.copyOf(only);
    for (String name : only) {
      if (!Program.names().contains(name)) {
        throw new IllegalArgumentException(
            "only is '%s', which is no image%s"
                .formatted(name, NearestName.hint(name, Program.names())));
      }
    }
    if (registry.isBlank() || registry.endsWith("/")) {
      throw new IllegalArgumentException(
          "registry is '%s', expected one like registry.example.org/penstock".formatted(registry));
    }
    if (!version.matches("[\\w][\\w.-]{0,127}")) {
      throw new IllegalArgumentException(
          "version is '%s', expected a tag of letters, digits, '.', '_' and '-'"
              .formatted(version));
    }
  }

  /** Returns where the archives go, when Penstock lies in {@code home}. */
  Path to(Path home) {
    return to.orElse(home.resolve("images/target/images"));
  }

  boolean wants(Program program) {
    return only.isEmpty() || only.contains(program.image());
  }

  /** Returns the name of an image with its tag. */
  String reference(Program program) {
    return "%s/%s:%s".formatted(registry, program.image(), version);
  }

  /** Returns the name of an image by its digest, which pins it. */
  String reference(Program program, String digest) {
    return "%s/%s@%s".formatted(registry, program.image(), digest);
  }
}
