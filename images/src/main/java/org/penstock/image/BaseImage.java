package org.penstock.image;

import static java.util.Objects.requireNonNull;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What lies under Java in every image: the C library, and little else. */
sealed interface BaseImage {

  /** Has glibc, libstdc++ and libgomp, and neither shell nor package manager. */
  String DOCUMENTED = "gcr.io/distroless/cc-debian12";

  /** Starts an image on it. */
  JibContainerBuilder builder();

  /** Returns what to do when it cannot be read. */
  String remedy();

  /**
   * Finds the base that was asked for, else the one that {@code images/base.sh} made, else the
   * documented one.
   *
   * @throws ImageException if {@code wanted} is neither a file nor a reference
   */
  static BaseImage of(Optional<String> wanted, Path local) {
    if (wanted.isEmpty()) {
      return Files.isRegularFile(local) ? new Tar(local) : new Remote(parse(DOCUMENTED));
    }

    Path file = Path.of(wanted.get());
    if (Files.isRegularFile(file)) {
      return new Tar(file);
    }
    if (wanted.get().endsWith(".tar") || wanted.get().startsWith("/")) {
      throw new ImageException(
          ImageException.CONFIGURATION,
          "--base is '%s', and there is no such file; images/base.sh makes one, and a reference like %s is fetched"
              .formatted(file, DOCUMENTED));
    }
    return new Remote(parse(wanted.get()));
  }

  private static ImageReference parse(String reference) {
    try {
      return ImageReference.parse(reference);
    } catch (InvalidImageReferenceException e) {
      throw new ImageException(
          ImageException.CONFIGURATION,
          "--base is '%s', expected a tar or a reference like %s".formatted(reference, DOCUMENTED),
          e);
    }
  }

  /**
   * A file in the format of {@code docker save}.
   *
   * @param file it exists
   */
  record Tar(Path file) implements BaseImage {

    public Tar {
      requireNonNull(file, "file");
    }

    @Override
    public JibContainerBuilder builder() {
      return Jib.from(TarImage.at(file));
    }

    @Override
    public String remedy() {
      return "it is expected to be a tar of `docker save`, such as images/base.sh makes";
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * One of a registry.
   *
   * @param reference a digest pins it
   */
  record Remote(ImageReference reference) implements BaseImage {

    public Remote {
      requireNonNull(reference, "reference");
    }

    @Override
    public JibContainerBuilder builder() {
      return Jib.from(Registry.image(reference));
    }

    @Override
    public String remedy() {
      return "where no registry answers, images/base.sh makes a base out of Debian packages";
    }

    @Override
    public String toString() {
      return reference.toStringWithQualifier();
    }
  }
}
