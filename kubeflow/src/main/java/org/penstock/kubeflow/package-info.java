/**
 * Compiles an Argo WorkflowTemplate into pipelines of Kubeflow, so that one file stays the source.
 * Start reading at {@link org.penstock.kubeflow.KubeflowCompiler}.
 */
package org.penstock.kubeflow;
