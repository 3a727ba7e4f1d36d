package org.penstock.creditrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.penstock.feature.GroupKey;
import org.penstock.feature.PointInTime;
import org.penstock.feature.sample.RealData;
import org.penstock.row.RowSchema;
import org.penstock.table.BadRow;
import org.penstock.table.CsvReader;

/** All real loans, against what pandas says of them; see {@code notebook_features.py}. */
class RealLoansTest {

  /** SHA-256 of 777,715 rows of five little-endian doubles, as the script prints it. */
  private static final Map<Semantics, String> PANDAS =
      Map.of(
          Semantics.NOTEBOOK,
          "d4a54a18ec8649495b67de7d61e0a0226102bed86a7def81ed13e2fbc0f864eb",
          Semantics.EVENT,
          "36717e07fa9869f39dfbe906bed0ad615f4afb2285e1379ded157b257b22efaa");

  @Test
  void everyFeatureOfEveryLoanEqualsPandasToTheLastBit() throws Exception {
    Path file = RealData.require("credit-risk/dataset_credit_risk.csv.gz");
    Map<Semantics, FeatureDigest> digests = new EnumMap<>(Semantics.class);
    for (Semantics semantics : Semantics.values()) {
      digests.put(semantics, new FeatureDigest(semantics.engine()));
    }
    Set<Long> ids = new HashSet<>();
    Set<Long> persons = new HashSet<>();
    List<BadRow> badRows = new ArrayList<>();
    GroupKey<Loan> person = new GroupKey<>(RowSchema.of(Loan.class), PersonColumns.names());

    var summary =
        new CsvReader<>(RowSchema.of(Loan.class))
            .read(
                file,
                loan -> {
                  digests.values().forEach(digest -> digest.add(loan));
                  ids.add(loan.id());
                  persons.add(person.applyAsLong(loan));
                },
                badRows::add);

    assertEquals(List.of(), badRows);
    assertEquals(777_715, summary.rows());
    assertEquals(36_457, ids.size());
    assertEquals(9_728, persons.size());
    for (Semantics semantics : Semantics.values()) {
      assertEquals(PANDAS.get(semantics), digests.get(semantics).hex(), semantics.name());
    }
  }

  /** Hashes features in the order of the rows. */
  private static final class FeatureDigest {
    private static final RowSchema<CreditFeatures> SCHEMA = RowSchema.of(CreditFeatures.class);

    private final PointInTime<Loan, CreditFeatures> engine;
    private final MessageDigest digest;
    private final ByteBuffer row = ByteBuffer.allocate(5 * 8).order(ByteOrder.LITTLE_ENDIAN);

    FeatureDigest(PointInTime<Loan, CreditFeatures> engine) throws Exception {
      this.engine = engine;
      this.digest = MessageDigest.getInstance("SHA-256");
    }

    void add(Loan loan) {
      row.clear();
      for (double value : SCHEMA.toNumbers(engine.next(loan))) {
        row.putDouble(value);
      }
      digest.update(row.flip());
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
