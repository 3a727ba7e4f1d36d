/**
 * The API: requests are read strictly, and every error has a stable code.
 *
 * <p>Start with {@link org.penstock.serving.http.PredictionsController}.
 */
package org.penstock.serving.http;
