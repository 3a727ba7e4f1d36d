/**
 * The features step: a table of rows to training rows and the latest features of every entity.
 *
 * <p>Start with {@link org.penstock.features.FeaturesStep}.
 */
package org.penstock.features;
