package org.penstock.serving.http;

import java.util.Optional;
import java.util.OptionalDouble;
import org.penstock.scoring.Interval;
import org.penstock.scoring.ModelBundle;
import tools.jackson.core.JsonGenerator;

/** What the model makes of one example. */
sealed interface Prediction {

  /**
   * Scores one example.
   *
   * @param features one number a feature of the model, missing is NaN
   */
  static Prediction of(ModelBundle model, double[] features) {
    double[] outputs = new double[model.width()];
    model.predict(features, outputs);
    return switch (model.task()) {
      case BINARY -> new OfTwo(outputs[0]);
      case CLASSES -> new OfSeveral(outputs, model.predicted(outputs));
      case NUMBER ->
          new OfNumber(
              outputs[0], model.interval().map(interval -> interval.around(outputs[0], features)));
    };
  }

  /** Returns how probable what is predicted is, where that is a label. */
  OptionalDouble probability();

  /** Writes what is predicted, as fields of an object that is open. */
  void writeProperties(ModelBundle model, JsonGenerator json);

  /** Writes the threshold of a model of two labels; others have none. */
  static void writeThreshold(ModelBundle model, JsonGenerator json) {
    if (model.labels().size() == 2) {
      json.writeNumberProperty("threshold", model.threshold());
    }
  }

  /** Writes where a number may lie, as a field of an object that is open. */
  static void writeInterval(Interval.Band band, JsonGenerator json) {
    json.writeObjectPropertyStart("interval");
    json.writeNumberProperty("lower", band.lower());
    json.writeNumberProperty("upper", band.upper());
    json.writeNumberProperty("confidence", band.confidence());
    json.writeEndObject();
  }

  /**
   * One of two labels.
   *
   * @param positive the probability of the second
   */
  record OfTwo(double positive) implements Prediction {

    @Override
    public OptionalDouble probability() {
      return OptionalDouble.of(positive);
    }

    @Override
    public void writeProperties(ModelBundle model, JsonGenerator json) {
      json.writeNumberProperty("probability", positive);
      json.writeStringProperty("class", model.label(positive));
    }
  }

  /**
   * One of several labels, the likeliest.
   *
   * @param probabilities one a label, in label order
   * @param likeliest code of the label
   */
  record OfSeveral(double[] probabilities, int likeliest) implements Prediction {

    @Override
    public OptionalDouble probability() {
      return OptionalDouble.of(probabilities[likeliest]);
    }

    @Override
    public void writeProperties(ModelBundle model, JsonGenerator json) {
      json.writeNumberProperty("probability", probabilities[likeliest]);
      json.writeStringProperty("class", model.labels().get(likeliest));
      json.writeObjectPropertyStart("probabilities");
      for (int i = 0; i < probabilities.length; i++) {
        json.writeNumberProperty(model.labels().get(i), probabilities[i]);
      }
      json.writeEndObject();
    }
  }

  /**
   * A number.
   *
   * @param number what is predicted
   * @param band in which it should lie, if the model knows
   */
  record OfNumber(double number, Optional<Interval.Band> band) implements Prediction {

    @Override
    public OptionalDouble probability() {
      return OptionalDouble.empty();
    }

    @Override
    public void writeProperties(ModelBundle model, JsonGenerator json) {
      json.writeNumberProperty("prediction", number);
      band.ifPresent(within -> writeInterval(within, json));
    }
  }
}
