package org.penstock.score;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.penstock.row.CellSource;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.TableSchema;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

/**
 * Rows in the order of their chance. Equal content gives equal bytes.
 *
 * @param columns of the list: who, the label that is predicted, the probability of each label
 * @param ids who the rows are about
 * @param scores what the model says of them
 * @param rows those on the list, first one first
 */
record Ranking(List<Column> columns, Ids ids, Scores scores, List<Integer> rows) {

  Ranking {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Returns how many rows are on the list. */
  int size() {
    return rows.size();
  }

  /** Writes a Parquet table. */
  void writeParquet(Path file) throws IOException {
    try (RowWriter<Integer> writer = ParquetRows.write(file, schema())) {
      for (int row : rows) {
        writer.write(row);
      }
    }
  }

  private TableSchema<Integer> schema() {
    TableSchema<Integer> schema =
        TableSchema.of(columns.get(0), ids.cells())
            .and(TableSchema.of(columns.get(1), predictions(columns.get(1).kind())));
    for (int i = 0; i < scores.labels().size(); i++) {
      int label = i;
      schema =
          schema.and(
              TableSchema.of(
                  columns.get(2 + label),
                  new CellSource.Doubles<>(row -> scores.probabilities()[row][label])));
    }
    return schema;
  }

  private CellSource<Integer> predictions(Kind kind) {
    return kind == Kind.BOOLEAN
        ? new CellSource.Booleans<>(row -> scores.predicted()[row] == 1)
        : new CellSource.Objects<>(row -> scores.labels().get(scores.predicted()[row]));
  }

  /**
   * Writes CSV as RFC 4180 has it, lines ending in LF; a probability has as many digits as it takes
   * to read the same number again.
   */
  void writeCsv(Path file) throws IOException {
    try (Writer csv = Files.newBufferedWriter(file)) {
      csv.write(String.join(",", columns.stream().map(Column::name).toList()));
      csv.write('\n');
      for (int row : rows) {
        csv.write(quoted(ids.text(row)));
        csv.write(',');
        csv.write(quoted(scores.labels().get(scores.predicted()[row])));
        for (double probability : scores.probabilities()[row]) {
          csv.write(',');
          csv.write(Double.toString(probability));
        }
        csv.write('\n');
      }
    }
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Returns a column of the list that holds {@code kind}. */
  static Column column(String name, Kind kind, List<String> levels, boolean personal, String doc) {
    return new Column(
        name,
        kind,
        false,
        levels,
        kind == Kind.DOUBLE ? 0 : Double.NEGATIVE_INFINITY,
        kind == Kind.DOUBLE ? 1 : Double.POSITIVE_INFINITY,
        Set.of(),
        personal,
        doc);
  }
}
