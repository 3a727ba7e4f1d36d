package org.penstock.evaluate.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.penstock.evaluation.Estimate;

/**
 * The numbers behind a plot as a table: a line a place, a column a series.
 *
 * @param head one text a column, that of the places first
 * @param lines as many texts each
 * @param step 1, or how many places there are for each that is listed
 */
public record PlottedNumbers(List<String> head, List<List<String>> lines, int step) {

  /** So many lines are read by somebody who looks for one of them. */
  private static final int ALL = 250;

  /** Curves have as many points as pixels; so many are enough to draw them again. */
  private static final int ENOUGH = 50;

  static PlottedNumbers of(String places, DoubleFunction<String> place, List<Series> series) {
    TreeMap<Double, String[]> cells = new TreeMap<>();
    for (int column = 0; column < series.size(); column++) {
      for (Series.Mark mark : series.get(column).marks()) {
        cells.computeIfAbsent(mark.at(), _ -> empty(series.size()))[column] = text(mark);
      }
    }
    int step = cells.size() <= ALL ? 1 : (cells.size() + ENOUGH - 1) / ENOUGH;
    List<List<String>> lines = new ArrayList<>();
    int row = 0;
    for (var line : cells.entrySet()) {
      if (row++ % step == 0 || row == cells.size()) {
        List<String> texts = new ArrayList<>(List.of(place.apply(line.getKey())));
        texts.addAll(Arrays.asList(line.getValue()));
        lines.add(List.copyOf(texts));
      }
    }
    List<String> head = new ArrayList<>(List.of(places));
    series.forEach(each -> head.add(each.name()));
    return new PlottedNumbers(List.copyOf(head), List.copyOf(lines), step);
  }

  private static String[] empty(int columns) {
    String[] texts = new String[columns];
    Arrays.fill(texts, "");
    return texts;
  }

  private static String text(Series.Mark mark) {
    return Numbers.metric(mark.value())
        + Numbers.interval(new Estimate(mark.value(), mark.lower(), mark.upper()))
            .map(" (%s)"::formatted)
            .orElse("");
  }
}
