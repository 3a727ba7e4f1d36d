package org.penstock.model;

import de.bwaldvogel.liblinear.Model;
import java.util.List;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.provenance.ModelProvenance;

/** Tribuo's trainer, whose models do not tell the time of day. */
final class LiblinearTrainer extends LibLinearClassificationTrainer {

  LiblinearTrainer(
      LinearClassificationType type, double cost, int iterations, double tolerance, long seed) {
    super(type, cost, iterations, tolerance, seed);
  }

  @Override
  protected LibLinearModel<Label> createModel(
      ModelProvenance provenance,
      ImmutableFeatureMap features,
      ImmutableOutputInfo<Label> labels,
      List<Model> models) {
    return super.createModel(CanonicalModel.timeless(provenance), features, labels, models);
  }
}
