/**
 * What Penstock asks of a Kubernetes cluster: workflows of Argo, and the Deployment that serves.
 *
 * <p>Start with {@link org.penstock.cluster.ServingName}.
 */
package org.penstock.cluster;
