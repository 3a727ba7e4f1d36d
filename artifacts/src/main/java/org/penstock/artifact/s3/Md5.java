package org.penstock.artifact.s3;

import com.amazonaws.util.BinaryUtils;
import com.amazonaws.util.Md5Utils;
import java.io.IOException;
import java.nio.file.Path;

/** The digest that S3 answers as the entity tag of an object written in one part. */
final class Md5 {

  private Md5() {}

  static String of(Path file) throws IOException {
    return BinaryUtils.toHex(Md5Utils.computeMD5Hash(file.toFile()));
  }
}
