package org.penstock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a project to begin with. */
@Command(
    name = "new",
    description = "Write a project that runs, to put your own rows and features in.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class NewCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "What it is called: lower case with dashes, e.g. late-orders.")
  private String name;

  @Override
  public Integer call() throws IOException {
    Path root = PenstockHome.ofEnvironment().root();
    Skeleton skeleton = new Skeleton(root, name);
    skeleton.write().forEach(file -> System.out.println(root.relativize(file)));
    System.out.printf(
        "%nnext    ./penstock run %s   (builds it, and runs it on invented orders)%n"
            + "then    put your row, features, sample and golden rows in projects/%s,"
            + " as docs/project-guide.md tells%n",
        name, name);
    return 0;
  }
}
