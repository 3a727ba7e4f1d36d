{{- define "penstock-serving.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "penstock-serving.labels" -}}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version | replace "+" "_" }}
{{ include "penstock-serving.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: serving
app.kubernetes.io/part-of: penstock
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "penstock-serving.image" -}}
{{ .Values.image.registry }}/{{ .Values.image.repository }}
{{- with .Values.image.digest }}@{{ . }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{/* What the pods of the Deployment, of the test and of KServe have in common. */}}
{{- define "penstock-serving.confined" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{/* All of the container that serves but its name, which KServe prescribes. */}}
{{- define "penstock-serving.container" -}}
image: {{ include "penstock-serving.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
command: [java, "@/app/java", org.penstock.serving.ServeMain]
args:
  - --project={{ .Values.project | default .Release.Name }}
  - --store={{ required "store is empty: it says where the model lies; add --set store=s3://bucket/prefix" .Values.store }}
  - --s3-endpoint={{ .Values.s3Endpoint }}
  - --host=0.0.0.0
  - --port=8080
  - --production={{ .Values.production }}
  {{- range $name, $key := .Values.approvers }}
  - {{ printf "--approver=%s=%s" $name $key | quote }}
  {{- end }}
  {{- if and .Values.production (not .Values.approvers) }}
  {{- fail "approvers is empty: in production only what one of them approved is served; add --set approvers.NAME=KEY, or --set production=false to try things out" }}
  {{- end }}
  - --await-deployment=true
  - --drain={{ .Values.drainSeconds }}s
env:
  - name: PENSTOCK_DEPLOYMENT
    valueFrom: {fieldRef: {fieldPath: "metadata.annotations['penstock.org/deployment']"}}
  {{- with .Values.region }}
  - {name: AWS_REGION, value: {{ . | quote }}}
  {{- end }}
  {{- with .Values.extraEnv }}{{ toYaml . | nindent 2 }}{{ end }}
{{- with .Values.storeSecret }}
envFrom:
  - secretRef: {name: {{ . }}}
{{- end }}
ports:
  - {name: http, containerPort: 8080}
startupProbe:
  httpGet: {path: /health/live, port: http}
  periodSeconds: 1
  failureThreshold: {{ .Values.startupSeconds }}
readinessProbe:
  httpGet: {path: /health/ready, port: http}
  periodSeconds: 1
  timeoutSeconds: 2
  failureThreshold: 6
livenessProbe:
  httpGet: {path: /health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
# What it says last is what `kubectl describe pod` shows.
terminationMessagePolicy: FallbackToLogsOnError
resources: {{- toYaml .Values.resources | nindent 2 }}
securityContext: {{- include "penstock-serving.confined" . | nindent 2 }}
volumeMounts:
  - {name: tmp, mountPath: /tmp}
{{- end }}
