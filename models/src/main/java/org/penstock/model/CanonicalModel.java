package org.penstock.model;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tribuo.Model;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/**
 * Tribuo's protobuf of a model, the same bytes for the same model: its trainers write the time of
 * day into the provenance, ours write {@link #EPOCH}.
 */
final class CanonicalModel {

  static final OffsetDateTime EPOCH = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private CanonicalModel() {}

  /** Returns {@code provenance} of a training at the epoch. */
  static ModelProvenance timeless(ModelProvenance provenance) {
    return new ModelProvenance(
        provenance.getClassName(),
        EPOCH,
        provenance.getDatasetProvenance(),
        provenance.getTrainerProvenance());
  }

  /** Returns the bytes; maps inside are written in the order of their keys. */
  static byte[] bytes(Model<?> model) {
    ModelProto proto = TribuoProtos.of(model);
    byte[] bytes = new byte[proto.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      proto.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.checkNoSpaceLeft();
    return bytes;
  }
}
