package org.penstock.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AliasesTest {

  private static final Sha256 FIRST = Sha256.of(new byte[] {1});
  private static final Sha256 SECOND = Sha256.of(new byte[] {2});
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path scratch;

  @Test
  void pointsNowhereAtFirst() throws IOException {
    assertEquals(Optional.empty(), aliases().read("credit-risk", "production"));
  }

  @Test
  void remembersEveryMove() throws IOException {
    Aliases aliases = aliases();
    assertTrue(aliases.move("p", "production", Optional.empty(), FIRST, NOON));
    Optional<Alias> first = aliases.read("p", "production");
    assertTrue(aliases.move("p", "production", first, SECOND, NOON.plusSeconds(1)));

    assertEquals(
        List.of(new Alias(1, FIRST, NOON), new Alias(2, SECOND, NOON.plusSeconds(1))),
        aliases.history("p", "production"));
    assertEquals(SECOND, aliases.read("p", "production").orElseThrow().digest());
  }

  @Test
  void doesNotMoveFromWhereItNoLongerPoints() throws IOException {
    Aliases aliases = aliases();
    aliases.move("p", "production", Optional.empty(), FIRST, NOON);
    Optional<Alias> seen = aliases.read("p", "production");
    aliases.move("p", "production", seen, SECOND, NOON);

    assertFalse(aliases.move("p", "production", seen, FIRST, NOON));
    assertFalse(aliases.move("p", "production", Optional.empty(), FIRST, NOON));

    assertEquals(SECOND, aliases.read("p", "production").orElseThrow().digest());
  }

  @Test
  void keepsProjectsAndNamesApart() throws IOException {
    Aliases aliases = aliases();
    aliases.move("p", "production", Optional.empty(), FIRST, NOON);

    assertEquals(Optional.empty(), aliases.read("p", "prod"));
    assertEquals(Optional.empty(), aliases.read("q", "production"));
  }

  private Aliases aliases() {
    return new Aliases(new InMemoryArtifactStore(scratch));
  }
}
