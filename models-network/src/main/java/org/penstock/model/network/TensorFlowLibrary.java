package org.penstock.model.network;

import java.lang.reflect.Field;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.penstock.model.NetworkLibrary;
import org.penstock.model.NetworkProblem;
import org.penstock.model.TrainedNetwork;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.interop.tensorflow.DenseFeatureConverter;
import org.tribuo.interop.tensorflow.GradientOptimiser;
import org.tribuo.interop.tensorflow.LabelConverter;
import org.tribuo.interop.tensorflow.TensorFlowModel;
import org.tribuo.interop.tensorflow.TensorFlowTrainer;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Trains with Adam (<a href="https://arxiv.org/abs/1412.6980">Kingma, Ba</a>) on the cross-entropy,
 * on one thread: with several, sums of floats come out in another order now and then.
 *
 * <p>Tribuo keeps no weights of examples here, so all rows count alike.
 */
public final class TensorFlowLibrary implements NetworkLibrary {

  private static final OffsetDateTime EPOCH =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final int SILENT = -1;

  /** Tribuo tells of every epoch; held here, since a logger that nobody holds forgets its level. */
  private static final Logger TRIBUO = Logger.getLogger(TensorFlowTrainer.class.getName());

  @Override
  public TrainedNetwork train(NetworkProblem problem) {
    TRIBUO.setLevel(Level.WARNING);
    makePoolOfOneThread();
    NetworkGraph graph = NetworkGraph.of(problem);
    var trainer =
        new TensorFlowTrainer<Label>(
            graph.definition(),
            graph.output(),
            GradientOptimiser.RMSPROP,
            Map.of(
                "learningRate", (float) problem.rate(),
                "decay", .9f,
                "momentum", 0f,
                "epsilon", 1e-7f),
            new DenseFeatureConverter(NetworkGraph.INPUT),
            new LabelConverter(),
            problem.batch(),
            problem.epochs(),
            problem.batch(),
            SILENT);
    useOneThread(trainer);
    TensorFlowModel<Label> model = trainer.train(dataset(problem));
    return new TrainedNetwork(graph.layers(model), model);
  }

  @Override
  public String description() {
    return "Tribuo 4.3.2, TensorFlow 2.16, dense network";
  }

  /**
   * The first session of a process makes the pool that all of them run in, and Tribuo opens one
   * with as many threads as there are cores before it opens the one it trains in.
   */
  private static void makePoolOfOneThread() {
    ConfigProto one =
        ConfigProto.newBuilder()
            .setInterOpParallelismThreads(1)
            .setIntraOpParallelismThreads(1)
            .build();
    try (Graph graph = new Graph();
        Session session = new Session(graph, one)) {
      Ops tf = Ops.create(graph);
      session.runner().fetch(tf.constant(1)).run().close();
    }
  }

  /** Tribuo has the setting in XML only. */
  private static void useOneThread(TensorFlowTrainer<?> trainer) {
    for (String name : new String[] {"interOpParallelism", "intraOpParallelism"}) {
      try {
        Field field = TensorFlowTrainer.class.getDeclaredField(name);
        field.setAccessible(true);
        field.setInt(trainer, 1);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("This is not the trainer of Tribuo 4.3.2", e);
      }
    }
  }

  /**
   * Labels are added in the order of their codes first, since Tribuo numbers them as it meets them;
   * a code without a row has no example, so its output learns nothing but to be small.
   */
  private static MutableDataset<Label> dataset(NetworkProblem problem) {
    LabelFactory factory = new LabelFactory();
    var dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("penstock", EPOCH, factory), factory);
    String[] names = new String[problem.inputs().length];
    for (int i = 0; i < names.length; i++) {
      names[i] = TrainedNetwork.input(i);
    }
    for (int row : RowOrder.of(problem)) {
      double[] values = new double[names.length];
      for (int i = 0; i < names.length; i++) {
        values[i] = problem.inputs()[i][row];
      }
      dataset.add(
          new ArrayExample<>(NetworkGraph.label(problem.labels()[row]), names.clone(), values));
    }
    return dataset;
  }
}
