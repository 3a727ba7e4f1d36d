package org.penstock.artifact;

final class InMemoryArtifactStoreTest extends ArtifactStoreContract {

  private InMemoryArtifactStore store;

  @Override
  protected ArtifactStore open() {
    if (store == null) {
      store = new InMemoryArtifactStore(scratch);
    }

    return store;
  }

  @Override
  protected void damage(Sha256 digest, byte[] content) {
    store.damage(digest, content);
  }
}
