package org.penstock.config;

/**
 * What is handed in after the gathering.
 *
 * @param path below the vendor's address; {@code {client}} stands for the client
 * @param client who hands it in
 * @param file what the file is called
 */
public record UploadSettings(String path, String client, String file) {

  public UploadSettings {
    var problems = new Violations();
    problems.check(
        path.startsWith("/") && path.contains("{client}"),
        "path",
        "expected a path like /revenues?client={client}, got '%s'",
        path);
    problems.check(
        client.matches("[A-Za-z0-9._~-]+"),
        "client",
        "expected letters, digits and . _ ~ -, got '%s'",
        client);
    problems.check(
        file.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
        "file",
        "expected the name of a file, got '%s'",
        file);
    problems.throwIfAny();
  }
}
