package org.penstock.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;

class ColumnsJsonTest {

  @Test
  void readsBackWhatItWrote() {
    List<Column> columns = RowSchema.of(Trip.class).columns();

    assertEquals(columns, ColumnsJson.read(ColumnsJson.write(columns)));
  }

  @Test
  void writesVersionOneOfTheFormat() {
    Column age = RowSchema.of(Trip.class).columns().get(8);

    assertEquals(
        "{\"columns\":[{\"doc\":\"\",\"kind\":\"INT\",\"levels\":[],\"max\":120.0,"
            + "\"name\":\"age\",\"optional\":true,\"personal\":true,\"roles\":[]}],"
            + "\"format-version\":1}",
        ColumnsJson.write(List.of(age)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"columns\":[],\"format-version\":2} | The columns of the table have format version 2,"
            + " expected 1",
        "{\"columns\":[]} | The columns of the table have format version -1, expected 1",
        "{\"columns\":[],\"extra\":1} | The columns of the table have an unknown key 'extra'",
        "{\"columns\":[{\"color\":1}]} | The columns of the table have an unknown key 'color'",
        "[] | The columns of the table have an unexpected START_ARRAY",
        "{ | The columns of the table are not JSON"
      })
  void refusesAnotherFormat(String text, String message) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> ColumnsJson.read(text));

    assertEquals(message, thrown.getMessage());
  }
}
