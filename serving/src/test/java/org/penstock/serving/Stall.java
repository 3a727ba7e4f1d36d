package org.penstock.serving;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Missing;
import org.penstock.row.Range;
import org.penstock.row.YesNo;

/** A project whose rows have no entity and no time, asked about rows. */
final class Stall implements ModelProject {

  enum Fruit {
    APPLE,
    NA
  }

  record Sale(
      @Id @Range(min = 1) long number,
      Fruit fruit,
      @Range(min = 0) int price,
      @Missing("-") @Range(min = 0) OptionalInt weight,
      Optional<Fruit> second,
      @YesNo(yes = "1", no = "0") boolean paid,
      @Label @YesNo(yes = "1", no = "0") boolean returned) {}

  record Basket(
      Fruit fruit,
      int price,
      OptionalDouble pricePerWeight,
      Optional<Fruit> second,
      boolean paid) {}

  @Override
  public String name() {
    return "stall";
  }

  @Override
  public FeatureView<Sale, Basket> view() {
    return new FeatureView<>() {
      @Override
      public Class<Sale> rowType() {
        return Sale.class;
      }

      @Override
      public Class<Basket> featureType() {
        return Basket.class;
      }

      @Override
      public History<Sale, Basket> history() {
        return new Sales();
      }
    };
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    throw new UnsupportedOperationException();
  }

  private static final class Sales implements History<Sale, Basket> {
    @Override
    public Basket features(Sale sale, LocalDateTime asOf) {
      return new Basket(
          sale.fruit(),
          sale.price(),
          sale.weight().isPresent() && sale.weight().getAsInt() > 0
              ? OptionalDouble.of((double) sale.price() / sale.weight().getAsInt())
              : OptionalDouble.empty(),
          sale.second(),
          sale.paid());
    }

    @Override
    public void observe(Sale sale) {
      throw new IllegalStateException("Rows without an entity have no history");
    }
  }
}
