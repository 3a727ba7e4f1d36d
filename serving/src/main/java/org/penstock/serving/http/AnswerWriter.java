package org.penstock.serving.http;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.TypedMessageBodyWriter;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Puts an {@link Answer} into the body of a response. */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class AnswerWriter implements TypedMessageBodyWriter<Answer> {

  private static final Argument<Answer> TYPE = Argument.of(Answer.class);

  @Override
  public Argument<Answer> getType() {
    return TYPE;
  }

  @Override
  public void writeTo(
      Argument<Answer> type,
      MediaType mediaType,
      Answer answer,
      MutableHeaders headers,
      OutputStream out) {
    headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    try (JsonGenerator json = Json.generator(out)) {
      answer.writeTo(json);
    }
  }
}
