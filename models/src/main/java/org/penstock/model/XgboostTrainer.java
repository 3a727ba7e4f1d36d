package org.penstock.model;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;
import org.tribuo.regression.Regressor;

/**
 * A Tribuo trainer of XGBoost with any objective.
 *
 * <p>Tribuo's own classification trainer always boosts {@code multi:softprob}, two trees a round
 * for two classes, and its regression trainer fixes the objective. With an objective of one output
 * the model of this one is an ordinary {@link XGBoostModel} whose regressed number is the
 * objective's prediction: the probability for {@code binary:logistic}.
 */
final class XgboostTrainer<T extends Output<T>> extends XGBoostTrainer<T> {

  private final Map<String, Object> settings;
  private final XGBoostOutputConverter<T> converter;

  /**
   * @param rounds how often is boosted
   * @param settings XGBoost's own parameters, complete
   * @param converter from what XGBoost predicts to Tribuo's outputs
   */
  XgboostTrainer(int rounds, Map<String, Object> settings, XGBoostOutputConverter<T> converter) {
    super(rounds);
    this.converter = converter;
    this.settings = Map.copyOf(settings);
  }

  @Override
  public synchronized XGBoostModel<T> train(
      Dataset<T> examples, Map<String, Provenance> provenance) {
    ImmutableFeatureMap features = examples.getFeatureIDMap();
    TrainerProvenance trainer = getProvenance();
    trainInvocationCounter++;
    try {
      DMatrix matrix = matrix(examples, features);
      Booster booster = XGBoost.train(matrix, settings, numTrees, Map.of(), null, null);
      matrix.dispose();
      return createModel(
          "xgboost",
          new ModelProvenance(
              XGBoostModel.class.getName(),
              CanonicalModel.EPOCH,
              examples.getProvenance(),
              trainer,
              provenance),
          features,
          examples.getOutputIDInfo(),
          List.of(booster),
          converter);
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    }
  }

  @Override
  public XGBoostModel<T> train(
      Dataset<T> examples, Map<String, Provenance> provenance, int invocation) {
    setInvocationCount(invocation);
    return train(examples, provenance);
  }

  @Override
  public synchronized void setInvocationCount(int invocation) {
    trainInvocationCounter = invocation;
  }

  @Override
  public TrainerProvenance getProvenance() {
    return new TrainerProvenanceImpl(this);
  }

  /** As {@code convertExamples} of the superclass makes it, without a box for every number. */
  private DMatrix matrix(Dataset<T> examples, ImmutableFeatureMap features) throws XGBoostError {
    int capacity = examples.size() * features.size();
    long[] starts = new long[examples.size() + 1];
    int[] indices = new int[capacity];
    float[] values = new float[capacity];
    float[] labels = new float[examples.size()];
    float[] weights = new float[examples.size()];
    int size = 0;
    int row = 0;
    for (Example<T> example : examples) {
      labels[row] = number(example.getOutput(), examples.getOutputIDInfo());
      weights[row] = example.getWeight();
      for (Feature feature : example) {
        indices[size] = features.getID(feature.getName());
        values[size++] = (float) feature.getValue();
      }
      starts[++row] = size;
    }
    DMatrix matrix =
        new DMatrix(
            starts,
            Arrays.copyOf(indices, size),
            Arrays.copyOf(values, size),
            DMatrix.SparseType.CSR,
            features.size());
    matrix.setLabel(labels);
    matrix.setWeight(weights);
    return matrix;
  }

  private static <T extends Output<T>> float number(T output, ImmutableOutputInfo<T> known) {
    return output instanceof Regressor number ? (float) number.getValues()[0] : known.getID(output);
  }
}
