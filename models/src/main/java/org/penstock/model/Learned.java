package org.penstock.model;

import java.util.Optional;
import java.util.stream.IntStream;
import org.penstock.row.Task;
import org.penstock.scoring.Scorer;
import org.tribuo.Model;

/**
 * What a trainer has learnt.
 *
 * @param scorer scores in plain Java
 * @param model the same as Tribuo has it, where Tribuo learnt it
 */
record Learned(Scorer scorer, Optional<Model<?>> model) {

  /** Rows that one thread scores at a time. */
  private static final int PIECE = 4096;

  Learned(Scorer scorer, Model<?> model) {
    this(scorer, Optional.of(model));
  }

  /** Something that Tribuo knows nothing of. */
  Learned(Scorer scorer) {
    this(scorer, Optional.empty());
  }

  /**
   * Returns Tribuo's protobuf of the model, empty where there is none; equal models, equal bytes.
   */
  byte[] tribuo() {
    return model.map(CanonicalModel::bytes).orElse(new byte[0]);
  }

  /** Computes all that is said of every example, before calibration, row by row. */
  double[] outputs(Examples examples) {
    int width = examples.width();
    Task task = examples.task();
    double[] outputs = new double[examples.rows() * width];
    IntStream.range(0, (examples.rows() + PIECE - 1) / PIECE)
        .parallel()
        .forEach(piece -> {
          double[] row = new double[examples.features().size()];
          double[] said = new double[width];
          int end = Math.min(examples.rows(), (piece + 1) * PIECE);
          for (int i = piece * PIECE; i < end; i++) {
            examples.example(i, row);
            scorer.predict(row, task, said);
            System.arraycopy(said, 0, outputs, i * width, width);
          }
        });
    return outputs;
  }
}
