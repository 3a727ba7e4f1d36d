package org.penstock.model;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.penstock.model.TribuoDatasets.InputColumn;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.FeatureMap;
import org.tribuo.Output;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ExampleProto;
import org.tribuo.transform.TransformerMap;
import org.tribuo.util.Merger;

/**
 * One row of columns as Tribuo sees it, without a copy of its numbers: half a million of them take
 * a quarter of the memory and of the time that Tribuo's own examples do. What would change it is
 * refused.
 */
final class ColumnExample<T extends Output<T>> extends Example<T> {

  private static final long serialVersionUID = 1L;

  private final transient List<InputColumn> columns;
  private final int row;

  /**
   * @param columns sorted by name; a NaN is a feature that is not there
   */
  ColumnExample(T output, float weight, List<InputColumn> columns, int row) {
    super(output, weight);
    this.columns = columns;
    this.row = row;
  }

  @Override
  public Iterator<Feature> iterator() {
    return new Iterator<>() {
      private int next = present(0);

      @Override
      public boolean hasNext() {
        return next < columns.size();
      }

      @Override
      public Feature next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        InputColumn column = columns.get(next);
        next = present(next + 1);
        return new Feature(column.name(), column.values()[row]);
      }
    };
  }

  private int present(int from) {
    int column = from;
    while (column < columns.size() && Double.isNaN(columns.get(column).values()[row])) {
      column++;
    }
    return column;
  }

  @Override
  public int size() {
    int size = 0;
    for (InputColumn column : columns) {
      size += Double.isNaN(column.values()[row]) ? 0 : 1;
    }
    return size;
  }

  /** Names are sorted and unique, since those of the columns are. */
  @Override
  public boolean validateExample() {
    return present(0) < columns.size();
  }

  @Override
  public boolean isDense(FeatureMap features) {
    return size() == features.size();
  }

  @Override
  public Feature lookup(String name) {
    for (Feature feature : this) {
      if (feature.getName().equals(name)) {
        return feature;
      }
    }
    return null;
  }

  /** Tribuo would share the text of names; they are shared already. */
  @Override
  public void canonicalize(FeatureMap features) {}

  @Override
  protected void sort() {}

  @Override
  public Example<T> copy() {
    return new ArrayExample<>(this);
  }

  @Override
  public ExampleProto serialize() {
    return copy().serialize();
  }

  @Override
  public void add(Feature feature) {
    throw unchangeable();
  }

  @Override
  public void addAll(Collection<? extends Feature> features) {
    throw unchangeable();
  }

  @Override
  public void removeFeatures(List<Feature> features) {
    throw unchangeable();
  }

  @Override
  public void reduceByName(Merger merger) {
    throw unchangeable();
  }

  @Override
  public void set(Feature feature) {
    throw unchangeable();
  }

  @Override
  public void transform(TransformerMap transformers) {
    throw unchangeable();
  }

  @Override
  public void densify(List<String> features) {
    throw unchangeable();
  }

  private static UnsupportedOperationException unchangeable() {
    return new UnsupportedOperationException("A row of columns cannot be changed");
  }
}
