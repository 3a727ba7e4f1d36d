/**
 * What clients post for predictions, and how it becomes what the model scores: by the same compiled
 * view as in the features step.
 *
 * <p>Start with {@link org.penstock.serving.request.RequestSchema}.
 */
package org.penstock.serving.request;
