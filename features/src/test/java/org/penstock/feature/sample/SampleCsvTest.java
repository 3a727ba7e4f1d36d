package org.penstock.feature.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.penstock.row.Header;
import org.penstock.row.Missing;
import org.penstock.row.RowSchema;
import org.penstock.row.YesNo;

class SampleCsvTest {

  enum Size {
    SMALL
  }

  record Parcel(
      @Header("") int number,
      double weight,
      @YesNo(yes = "1", no = "0") boolean sent,
      Size size,
      @Missing("NA") OptionalInt stamps,
      OptionalLong tracking,
      @Missing({"-", "?"}) OptionalDouble cost,
      Optional<String> note) {}

  @Test
  void writesEveryValueAsItIsSpelt() throws IOException {
    StringBuilder csv = new StringBuilder();

    SampleCsv.write(
        RowSchema.of(Parcel.class),
        List.of(
            new Parcel(
                1,
                2,
                true,
                Size.SMALL,
                OptionalInt.of(3),
                OptionalLong.of(4),
                OptionalDouble.of(.5),
                Optional.of("ok")),
            new Parcel(
                2,
                .25,
                false,
                Size.SMALL,
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                Optional.empty())),
        csv);

    assertEquals(
        """
        ,weight,sent,size,stamps,tracking,cost,note
        1,2.0,1,SMALL,3,4,0.5,ok
        2,0.25,0,SMALL,NA,,-,
        """,
        csv.toString());
  }
}
