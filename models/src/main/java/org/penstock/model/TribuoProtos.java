package org.penstock.model;

import java.util.Locale;
import org.tribuo.Model;
import org.tribuo.protos.core.ModelProto;

/** Models as Tribuo's protobuf messages, whatever the locale of the process. */
public final class TribuoProtos {

  private TribuoProtos() {}

  /**
   * Tribuo 4.3.2 finds the setters of its messages by names in the upper case of the default
   * locale, and finds none where that of "i" is not "I". Only there, and only meanwhile, the locale
   * of the process is another one.
   */
  public static synchronized ModelProto of(Model<?> model) {
    Locale locale = Locale.getDefault();
    if ("i".toUpperCase(locale).equals("I")) {
      return model.serialize();
    }

    Locale.setDefault(Locale.ROOT);
    try {
      return model.serialize();
    } finally {
      Locale.setDefault(locale);
    }
  }
}
