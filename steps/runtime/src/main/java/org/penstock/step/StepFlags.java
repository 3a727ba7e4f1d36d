package org.penstock.step;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.penstock.artifact.Sha256;
import org.penstock.config.Help;

/**
 * The flags that every step takes.
 *
 * @param project which project
 * @param config digest of the project.yaml to use; the one packaged with the project if absent
 * @param store a directory, or {@code s3://bucket/prefix}
 * @param s3Endpoint where S3 answers, if it is not AWS
 * @param outputs directory for one small file an output; see {@link StepArguments}
 */
public record StepFlags(
    @Help("Name of the project, e.g. credit-risk") String project,
    @Help("Digest of the project.yaml in the store; without it the packaged one is used")
        Optional<Sha256> config,
    @Help("Where artifacts lie: a directory, or s3://bucket/prefix") String store,
    @Help("Where S3 answers, if it is not AWS, e.g. http://minio:9000") Optional<URI> s3Endpoint,
    @Help("Directory that receives one small file for each output; see below")
        Optional<Path> outputs) {

  public StepFlags {
    requireNonNull(project, "project");
    requireNonNull(config, "config");
    requireNonNull(store, "store");
    requireNonNull(s3Endpoint, "s3Endpoint");
    requireNonNull(outputs, "outputs");
  }
}
