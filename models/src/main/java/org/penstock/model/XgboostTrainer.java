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
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionConverter;

/**
 * A Tribuo trainer of XGBoost with one tree a round for two classes.
 *
 * <p>Tribuo's own classification trainer always boosts {@code multi:softprob}, two trees a round,
 * and its regression trainer fixes the objective. This one takes any objective of one output, and
 * its model is an ordinary {@link XGBoostModel} whose regressed number is the objective's
 * prediction: the probability for {@code binary:logistic}.
 */
final class XgboostTrainer extends XGBoostTrainer<Regressor> {

  private final Map<String, Object> settings;

  /**
   * @param rounds how often is boosted
   * @param settings XGBoost's own parameters, complete
   */
  XgboostTrainer(int rounds, Map<String, Object> settings) {
    super(rounds);
    this.settings = Map.copyOf(settings);
  }

  @Override
  public synchronized XGBoostModel<Regressor> train(
      Dataset<Regressor> examples, Map<String, Provenance> provenance) {
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
          new XGBoostRegressionConverter());
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    }
  }

  @Override
  public XGBoostModel<Regressor> train(
      Dataset<Regressor> examples, Map<String, Provenance> provenance, int invocation) {
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
  private static DMatrix matrix(Dataset<Regressor> examples, ImmutableFeatureMap features)
      throws XGBoostError {
    int capacity = examples.size() * features.size();
    long[] starts = new long[examples.size() + 1];
    int[] indices = new int[capacity];
    float[] values = new float[capacity];
    float[] labels = new float[examples.size()];
    float[] weights = new float[examples.size()];
    int size = 0;
    int row = 0;
    for (Example<Regressor> example : examples) {
      labels[row] = (float) example.getOutput().getValues()[0];
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
}
