/**
 * Networks of dense layers, trained by TensorFlow through Tribuo: apart from other trainers, since
 * its native library alone is larger than everything else together.
 *
 * <p>Start with {@link org.penstock.model.network.TensorFlowLibrary}.
 */
package org.penstock.model.network;
