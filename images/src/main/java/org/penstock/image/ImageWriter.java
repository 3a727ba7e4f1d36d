package org.penstock.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InsecureRegistryException;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryUnauthorizedException;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** Writes images that were described: into a file, or to a registry. */
final class ImageWriter {

  private final Path work;

  /**
   * @param work for layers, which are made once however many images have them
   */
  ImageWriter(Path work) {
    this.work = work;
  }

  /** Writes an OCI archive that a container engine knows by {@code name}. */
  void archive(JibContainerBuilder image, String name, Path file, BaseImage base)
      throws InterruptedException {
    Containerizer target = Containerizer.to(TarImage.at(file).named(parse(name)));
    if (base instanceof BaseImage.Remote remote) {
      target.setAllowInsecureRegistries(isLoopback(remote.reference().getRegistry()));
    }
    write(image, target, "make %s on %s".formatted(name, base), "; " + base.remedy());
  }

  /** Pushes; the digest is that of the archive. Plain HTTP is for registries of this machine. */
  void push(JibContainerBuilder image, String name) throws InterruptedException {
    ImageReference reference = parse(name);
    Containerizer target = Containerizer.to(Registry.image(reference));
    target.setAllowInsecureRegistries(isLoopback(reference.getRegistry()));
    write(image, target, "push %s".formatted(name), "");
  }

  private static boolean isLoopback(String registry) {
    return registry.matches("(localhost|127\\.0\\.0\\.1)(:[0-9]+)?");
  }

  private static ImageReference parse(String name) {
    try {
      return ImageReference.parse(name);
    } catch (InvalidImageReferenceException e) {
      throw new ImageException(
          ImageException.CONFIGURATION,
          "'%s' is no name of an image; --registry is expected to be like registry.example.org/penstock"
              .formatted(name),
          e);
    }
  }

  private void write(JibContainerBuilder image, Containerizer target, String work, String remedy)
      throws InterruptedException {
    try {
      image.containerize(
          target
              .setToolName("penstock")
              .setBaseImageLayersCache(this.work.resolve("base-layers"))
              .setApplicationLayersCache(this.work.resolve("layers")));
    } catch (ExecutionException e) {
      throw failure(work, remedy, e.getCause());
    } catch (RegistryException | IOException | CacheDirectoryCreationException e) {
      throw failure(work, remedy, e);
    }
  }

  private static ImageException failure(String work, String remedy, Throwable cause) {
    String problem =
        switch (cause) {
          case RegistryUnauthorizedException e ->
              "the registry does not allow %s; log in with `docker login`, to an account that may push"
                  .formatted(e.getImageReference());
          case InsecureRegistryException _ ->
              cause.getMessage() + "; it needs HTTPS, with a certificate that this Java trusts";
          case RegistryException _ -> cause.getMessage();
          case IOException _ -> message(cause);
          default -> throw new IllegalStateException("Cannot " + work, cause);
        };
    boolean temporary = cause instanceof IOException;
    return new ImageException(
        temporary ? ImageException.TEMPORARY : ImageException.CONFIGURATION,
        "Cannot %s: %s%s".formatted(work, problem, remedy),
        cause);
  }

  private static String message(Throwable cause) {
    return cause.getClass().getSimpleName()
        + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
  }
}
