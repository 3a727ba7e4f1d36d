package org.penstock.model.network;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.penstock.model.NetworkProblem;
import org.penstock.model.TrainedNetwork.DenseLayer;
import org.penstock.model.TribuoProtos;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.interop.tensorflow.TensorFlowModel;
import org.tribuo.interop.tensorflow.protos.TensorFlowNativeModelProto;
import org.tribuo.interop.tensorflow.protos.TensorTupleProto;

/**
 * Dense layers with rectified linear units between them, as TensorFlow computes them. Weights begin
 * as Glorot and Bengio draw them, biases at 0.
 *
 * @param definition of the graph, without training
 * @param output name of the operation of the outputs
 * @param widths neurons of every layer, from the inputs to the outputs
 */
record NetworkGraph(GraphDef definition, String output, int[] widths) {

  /** Name of the operation that takes the inputs. */
  static final String INPUT = "inputs";

  static NetworkGraph of(NetworkProblem problem) {
    int[] widths = problem.widths();
    SplittableRandom random = new SplittableRandom(~problem.seed());
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> neurons =
          tf.withName(INPUT)
              .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, widths[0])));
      // A variable is read where it lies: without a copy of each step's own, the gradient of a
      // layer
      // is now and then made of weights of the next step. TensorFlow cannot know that this is one.
      Operand<TFloat32> one = tf.placeholderWithDefault(tf.constant(1f), Shape.scalar());
      for (int layer = 1; layer < widths.length; layer++) {
        float[][] weights = weights(widths[layer - 1], widths[layer], random);
        Operand<TFloat32> own =
            tf.math.mul(tf.withName(weights(layer)).variable(tf.constant(weights)), one);
        neurons =
            tf.math.add(
                tf.linalg.matMul(neurons, own),
                tf.withName(bias(layer)).variable(tf.constant(new float[widths[layer]])));
        neurons = layer < widths.length - 1 ? tf.nn.relu(neurons) : neurons;
      }
      return new NetworkGraph(graph.toGraphDef(), neurons.op().name(), widths);
    }
  }

  /** Returns the label of a code, whose name sorts as the code does. */
  static Label label(int code) {
    return new Label("label-" + (1000 + code));
  }

  private static String weights(int layer) {
    return "weights-" + layer;
  }

  private static String bias(int layer) {
    return "bias-" + layer;
  }

  private static float[][] weights(int before, int neurons, SplittableRandom random) {
    double limit = StrictMath.sqrt(6.0 / (before + neurons));
    float[][] weights = new float[before][neurons];
    for (float[] row : weights) {
      for (int i = 0; i < neurons; i++) {
        row[i] = (float) (limit * (2 * random.nextDouble() - 1));
      }
    }
    return weights;
  }

  /** Returns what {@code model} has learnt, the outputs in the order of the codes of labels. */
  List<DenseLayer> layers(TensorFlowModel<Label> model) {
    Map<String, TensorTupleProto> tensors = tensors(model);
    List<DenseLayer> layers = new ArrayList<>();
    for (int layer = 1; layer < widths.length; layer++) {
      float[] bias = floats(tensors.get(bias(layer)));
      float[] flat = floats(tensors.get(weights(layer)));
      int[] order =
          layer < widths.length - 1
              ? inOrder(bias.length)
              : outputs(model.getOutputIDInfo(), bias.length);
      float[] biases = new float[bias.length];
      float[][] weights = new float[widths[layer - 1]][bias.length];
      for (int neuron = 0; neuron < bias.length; neuron++) {
        biases[neuron] = bias[order[neuron]];
        for (int i = 0; i < weights.length; i++) {
          weights[i][neuron] = flat[i * bias.length + order[neuron]];
        }
      }
      layers.add(new DenseLayer(biases, weights));
    }
    return layers;
  }

  private static int[] inOrder(int neurons) {
    int[] order = new int[neurons];
    for (int i = 0; i < neurons; i++) {
      order[i] = i;
    }
    return order;
  }

  private static int[] outputs(ImmutableOutputInfo<Label> labels, int classes) {
    int[] order = new int[classes];
    for (int code = 0; code < classes; code++) {
      order[code] = labels.getID(label(code));
    }
    return order;
  }

  private static Map<String, TensorTupleProto> tensors(TensorFlowModel<Label> model) {
    try {
      return TensorFlowNativeModelProto.parseFrom(
              TribuoProtos.of(model).getSerializedData().getValue())
          .getTensorsMap();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("This is not a model of Tribuo 4.3.2", e);
    }
  }

  private static float[] floats(TensorTupleProto tensor) {
    ByteBuffer data =
        ByteBuffer.wrap(tensor.getData().toByteArray()).order(ByteOrder.nativeOrder());
    float[] floats = new float[data.remaining() / Float.BYTES];
    data.asFloatBuffer().get(floats);
    return floats;
  }
}
