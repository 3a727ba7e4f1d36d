/**
 * The step that lets servers load a model, if a signed approval of exactly this model, data and
 * evaluation allows it.
 *
 * <p>Start with {@link org.penstock.deploy.DeployStep}.
 */
package org.penstock.deploy;
