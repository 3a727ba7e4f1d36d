package org.penstock.table;

/**
 * The values of one row on their way from a file into a record: by component either a number (whole
 * numbers as they are, doubles as their bits, booleans as 0 and 1) or an object as declared.
 */
final class RowValues {

  final long[] numbers;
  final Object[] objects;

  RowValues(int columns) {
    this.numbers = new long[columns];
    this.objects = new Object[columns];
  }

  int intAt(int column) {
    return (int) numbers[column];
  }

  long longAt(int column) {
    return numbers[column];
  }

  double doubleAt(int column) {
    return Double.longBitsToDouble(numbers[column]);
  }

  boolean booleanAt(int column) {
    return numbers[column] != 0;
  }

  Object objectAt(int column) {
    return objects[column];
  }
}
