/**
 * Artifacts on S3 and what speaks its protocol.
 *
 * <p>Start with {@link org.penstock.artifact.s3.S3ArtifactStore}.
 */
package org.penstock.artifact.s3;
