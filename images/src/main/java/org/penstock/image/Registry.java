package org.penstock.image;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;

/** Names of images in registries, with the credentials that {@code docker login} left. */
final class Registry {

  private Registry() {}

  static RegistryImage image(ImageReference reference) {
    CredentialRetrieverFactory credentials =
        CredentialRetrieverFactory.forImage(reference, _ -> {});
    return RegistryImage.named(reference)
        .addCredentialRetriever(credentials.dockerConfig())
        .addCredentialRetriever(credentials.wellKnownCredentialHelpers());
  }
}
