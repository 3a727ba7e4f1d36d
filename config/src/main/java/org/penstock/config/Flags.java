package org.penstock.config;

import java.util.List;

/**
 * Reads the flags of a program into records: {@code --max-depth 3} or {@code --max-depth=3} is the
 * component {@code maxDepth}.
 *
 * <p>A flag given twice is a list's second item, and a problem for every other type. An empty value
 * of an {@code Optional} is absent. A boolean flag may stand alone.
 */
public final class Flags {

  private final List<Class<? extends Record>> types;

  private Flags(List<Class<? extends Record>> types) {
    this.types = types;
  }

  /** Returns the flags which are the components of {@code types} together. */
  public static Flags of(List<Class<? extends Record>> types) {
    return new Flags(List.copyOf(types));
  }

  private static Flags of(Class<? extends Record> type) {
    return of(List.<Class<? extends Record>>of(type));
  }

  /**
   * Reads {@code arguments} into one record.
   *
   * @throws InvalidConfigException with every problem
   */
  public static <C extends Record> C parse(Class<C> type, List<String> arguments) {
    return of(type).parse(arguments).record(type);
  }

  /** Returns one line a flag: name, what it takes, meaning, default. */
  public static String help(Class<? extends Record> type) {
    return of(type).help();
  }

  /**
   * Reads {@code arguments} into a record of each type.
   *
   * @throws InvalidConfigException with every problem
   */
  public Parsed parse(List<String> arguments) {
    throw new UnsupportedOperationException(types + " " + arguments);
  }

  /** Returns one line a flag: name, what it takes, meaning, default. */
  public String help() {
    throw new UnsupportedOperationException();
  }

  /** Returns the names of the flags, without dashes, in the order of the components. */
  public List<String> names() {
    throw new UnsupportedOperationException();
  }

  /** The records that were read. */
  public record Parsed(List<Record> records) {

    public Parsed {
      records = List.copyOf(records);
    }

    /** Returns the record of {@code type}, one of those given to {@link Flags#of}. */
    public <C extends Record> C record(Class<C> type) {
      return records.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
  }
}
