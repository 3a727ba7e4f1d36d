package org.penstock.image;

import java.nio.file.Path;
import java.util.List;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;

/** The process of {@code ./penstock images}. */
public final class ImagesMain {

  private static final String USAGE =
      """
      Usage: penstock images [--base=REF|TAR] [--registry=R] [--only=NAME …] [--push] …
      Builds the images of the steps and the service, without a container engine or root.

      """;

  private ImagesMain() {}

  /** Builds, and pushes if asked to; exits with 75 or 78 if it cannot. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    if (arguments.contains("--help")) {
      System.out.print(USAGE + Flags.help(ImagesConfig.class));
      return 0;
    }

    Path home = Path.of(System.getenv().getOrDefault("PENSTOCK_HOME", ".")).toAbsolutePath();
    try {
      ImagesConfig config = Flags.parse(ImagesConfig.class, arguments);
      List<BuiltImage> images = new ImageFactory(new Workshop(home), config).build();
      System.out.print(Summary.of(images));
      System.out.println();
      System.out.println(
          config.push() ? "pushed to " + config.registry() : "in " + config.to(home));
      return 0;
    } catch (InvalidConfigException e) {
      e.problems().forEach(problem -> System.err.println("penstock: " + problem));
      return ImageException.CONFIGURATION;
    } catch (ImageException e) {
      e.getMessage().lines().forEach(line -> System.err.println("penstock: " + line));
      return e.exitCode();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return ImageException.TEMPORARY;
    }
  }
}
