/**
 * Feature views and the point-in-time histories they are computed from.
 *
 * <p>Start with {@link org.penstock.feature.History}.
 */
package org.penstock.feature;
