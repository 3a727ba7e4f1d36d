/**
 * What is in production: an approved model and the features that it scores, verified before use.
 *
 * <p>Start with {@link org.penstock.serving.production.ModelLoader}.
 */
package org.penstock.serving.production;
