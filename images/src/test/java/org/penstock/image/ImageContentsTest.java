package org.penstock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the images that the jars of this build make. */
class ImageContentsTest {

  private final Workshop workshop = new Workshop(Path.of("..").toAbsolutePath().normalize());

  @ParameterizedTest
  @CsvSource({
    "SERVING, hadoop|parquet|avro|tribuo|xgboost|olcut|zstd-jni|penstock-tables|penstock-models",
    "INGEST, tribuo|xgboost|micronaut|netty|picocli|penstock-models|penstock-serving",
    "FEATURES, tribuo|xgboost|micronaut|netty|picocli|penstock-models|penstock-serving",
    "TRAIN, micronaut|netty|picocli|penstock-serving|tensorflow|mapreduce-client-jobclient",
    "TRAIN_NETWORK, micronaut|netty|picocli|penstock-serving|mapreduce-client-jobclient",
    "EVALUATE, tribuo|xgboost|micronaut|netty|picocli|penstock-models|penstock-serving",
    "APPROVE, hadoop|parquet|tribuo|xgboost|micronaut|netty|picocli",
    "DEPLOY, hadoop|parquet|tribuo|xgboost|micronaut|netty-codec-http|picocli",
    "SCORE, tribuo|xgboost|micronaut|netty|picocli|penstock-models|penstock-serving",
    "GATHER, tribuo|xgboost|micronaut|netty|picocli|penstock-models|penstock-serving",
    "UPLOAD, hadoop|parquet|tribuo|xgboost|micronaut|netty|picocli",
    "NOTIFY, hadoop|parquet|tribuo|xgboost|micronaut|netty|picocli",
    "S3, hadoop|parquet|tribuo|xgboost|micronaut|aws-java-sdk|penstock-(?!s3)"
  })
  void areNotWhatTheirProgramDoesNotUse(Program program, String unwanted) throws IOException {
    List<String> found =
        classPath(program).jars().stream()
            .map(jar -> jar.getFileName().toString())
            .filter(name -> name.matches("(%s).*|.*-(%s).*".formatted(unwanted, unwanted)))
            .toList();

    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @EnumSource(Program.class)
  void areListedJarByJar(Program program) throws IOException {
    ClassPath path = classPath(program);
    Libraries libraries = Libraries.read(workshop.bom(program));

    SbomReader sbom = SbomReader.of(new Sbom(program.image(), "1").add(path, libraries).write());

    assertEquals(
        path.jars().stream().map(jar -> "/app/lib/" + jar.getFileName()).sorted().toList(),
        sbom.paths());
    assertEquals(List.of(), sbom.withoutLicence());
  }

  @Test
  void saysWhatIsPackedIntoAJarOfOurs() throws IOException {
    SbomReader sbom =
        SbomReader.of(
            new Sbom("serving", "1")
                .add(classPath(Program.SERVING), Libraries.read(workshop.bom(Program.SERVING)))
                .write());

    assertEquals(List.of("pkg:maven/org.webjars/swagger-ui@5.32.0?type=jar"), sbom.embedded());
  }

  private ClassPath classPath(Program program) throws IOException {
    var jar = workshop.jar(program);
    assumeTrue(jar.isPresent(), "not packaged yet, which `mvn verify` does");
    return ClassPath.of(jar.get(), program.hasProjects());
  }
}
