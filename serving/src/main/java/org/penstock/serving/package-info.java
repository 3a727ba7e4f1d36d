/**
 * The HTTP service of a project: features and predictions of its approved model.
 *
 * <p>Start with {@link org.penstock.serving.Server}; what is served is loaded by {@link
 * org.penstock.serving.production.ModelLoader}, requests come in at {@code
 * org.penstock.serving.http.PredictionsController}.
 */
package org.penstock.serving;
