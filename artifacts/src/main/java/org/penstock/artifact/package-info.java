/**
 * Artifacts by content digest, the manifests that say how they came about, and the aliases that
 * point at them; in a directory or on S3.
 *
 * <p>Start with {@link org.penstock.artifact.ArtifactStore}; {@link org.penstock.artifact.Stores}
 * opens one. The formats are specified in {@code docs/artifacts.md}.
 */
package org.penstock.artifact;
