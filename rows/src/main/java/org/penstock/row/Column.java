package org.penstock.row;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One column of a table.
 *
 * @param name as in the header of the file, {@code snake_case}
 * @param kind what its values are
 * @param optional whether a value may be missing
 * @param levels the allowed texts of a {@link Kind#CATEGORY}, in code order (0, 1, …); empty for
 *     every other kind
 * @param min smallest allowed number, may be negative infinity
 * @param max largest allowed number, may be positive infinity
 * @param roles what the column is for
 * @param personal whether its values must not be printed
 * @param doc one sentence on what it means, may be empty
 */
public record Column(
    String name,
    Kind kind,
    boolean optional,
    List<String> levels,
    double min,
    double max,
    Set<Role> roles,
    boolean personal,
    String doc) {

  public Column {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    requireNonNull(doc, "doc");
    levels = List.copyOf(levels);
    roles = sorted(roles);
    if ((kind == Kind.CATEGORY) == levels.isEmpty()) {
      throw new IllegalArgumentException(
          "Column '%s' of kind %s has levels %s".formatted(name, kind, levels));
    }
  }

  /** Returns this column called {@code other}. */
  public Column withName(String other) {
    return new Column(other, kind, optional, levels, min, max, roles, personal, doc);
  }

  /** Returns this column with {@code role} added. */
  public Column withRole(Role role) {
    EnumSet<Role> more = EnumSet.of(role);
    more.addAll(roles);
    return new Column(name, kind, optional, levels, min, max, more, personal, doc);
  }

  /** The order of {@code Set.of} differs between two starts of a JVM; files must not. */
  private static Set<Role> sorted(Set<Role> roles) {
    Set<Role> sorted = EnumSet.noneOf(Role.class);
    sorted.addAll(roles);
    return Collections.unmodifiableSet(sorted);
  }

  /** Returns whether this column has {@code role}. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
