package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.penstock.artifact.Sha256;
import org.penstock.config.InvalidConfigException;

/**
 * The private keys of the people who approve on this machine: one file each, readable by its owner
 * only, made at first use.
 */
public final class ApproverKeys {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE_PERMISSIONS =
      PosixFilePermissions.fromString("rw-------");

  /** Some file systems take 143 bytes. */
  private static final int MAX_FILE_NAME = 120;

  private final Path directory;
  private final Optional<Path> given;

  private ApproverKeys(Path directory, Optional<Path> given) {
    this.directory = requireNonNull(directory, "directory");
    this.given = given;
  }

  /**
   * @param directory made at first use; not in a store that others can read
   */
  public ApproverKeys(Path directory) {
    this(directory, Optional.empty());
  }

  /** Returns keys of which {@code file} is the only one, whoever signs; nothing is made. */
  public static ApproverKeys ofFile(Path file) {
    return new ApproverKeys(file.toAbsolutePath().getParent(), Optional.of(file));
  }

  /**
   * Returns the approver called {@code name} with the public key to list in {@code project.yaml};
   * makes the key if there is none.
   */
  public Approver approver(String name) throws IOException {
    return Approver.of(name, keyPair(name).getPublic());
  }

  /**
   * Returns the keys of {@code name}, made if there are none.
   *
   * @throws InvalidConfigException if nobody can be called so, or the key file can be read by
   *     others or holds no key
   */
  public KeyPair keyPair(String name) throws IOException {
    checkName(name);
    if (given.isPresent()) {
      return given(given.get());
    }
    Path file = directory.resolve(fileName(name));
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      create(file);
      return read(file);
    }
  }

  private KeyPair given(Path file) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      throw invalid("There is no private key in %s", file);
    }
  }

  private static void checkName(String name) {
    try {
      Texts.requireLine("name of an approver", name);
    } catch (IllegalArgumentException e) {
      throw invalid("%s", e.getMessage());
    }
  }

  private static InvalidConfigException invalid(String sentence, Object... parts) {
    return new InvalidConfigException(List.of(sentence.formatted(parts)));
  }

  private KeyPair read(Path file) throws IOException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw invalid(
          "The private key %s may be used by others: run chmod 600 on it, or delete it", file);
    }

    try {
      return KeyFile.parse(pem);
    } catch (IllegalArgumentException e) {
      throw invalid("%s: %s", file, e.getMessage());
    }
  }

  /** Writes a new key beside {@code file} and links it there, unless another process was first. */
  private void create(Path file) throws IOException {
    boolean posix = makeDirectory();
    Path written = directory.resolve("." + UUID.randomUUID());
    try {
      if (posix) {
        Files.createFile(written, PosixFilePermissions.asFileAttribute(FILE_PERMISSIONS));
        Files.setPosixFilePermissions(written, FILE_PERMISSIONS);
      }

      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Files.writeString(written, KeyFile.write(keys), StandardCharsets.US_ASCII);
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      return; // another process made the key; the caller reads that one
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has Ed25519", e);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private boolean makeDirectory() throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      if (isPosix(directory)) {
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
      }
    }

    return isPosix(directory);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Letters stay; whatever could leave the directory or hide the file does not. */
  private static String fileName(String name) {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8)
            .replace("*", "%2A")
            .replaceFirst("^\\.", "%2E");
    return (encoded.length() <= MAX_FILE_NAME
            ? encoded
            : Sha256.of(name.getBytes(StandardCharsets.UTF_8)).hex())
        + ".pem";
  }
}
