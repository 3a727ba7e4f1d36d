package org.penstock.serving.http;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penstock.approval.ApprovalRecord;
import org.penstock.approval.Deployment;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;
import org.penstock.serving.production.ServedModel;
import tools.jackson.core.JsonGenerator;

/**
 * The model card: what the model predicts, from what, where it came from, and who approved it why.
 *
 * @param served the model
 */
public record ServedModelCard(ServedModel served) implements Answer {

  @Override
  public void writeTo(JsonGenerator json) {
    Json.write(tree(), json);
  }

  private Map<String, Object> tree() {
    ModelBundle model = served.model();
    ModelCard card = model.card();
    Deployment deployment = served.deployment();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("project", model.project());
    tree.put("description", card.description());
    tree.put("model", served.modelDigest().toString());
    tree.put("data", deployment.subject().data().toString());
    tree.put("evaluation", deployment.subject().evaluation().toString());
    tree.put("feature_table", deployment.featureTable().toString());
    tree.put("entities", served.features().size());
    tree.put("deployment", served.digest().toString());
    tree.put("deployed_at", deployment.at().toString());
    tree.put("run", deployment.run());
    tree.put("candidate", card.candidate());
    tree.put("trainer", card.trainer());
    tree.put("hyperparameters", card.hyperparameters());
    tree.put("training_rows", card.trainingRows());
    tree.put("provenance", card.provenance());
    tree.put("labels", model.labels());
    if (model.labels().size() == 2) {
      tree.put("threshold", model.threshold());
    }
    tree.put("features", model.features().stream().map(ServedModelCard::feature).toList());
    tree.put("approval", approval());
    return tree;
  }

  private Map<String, Object> approval() {
    ApprovalRecord approval = served.approval();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("notice", notice());
    tree.put("approver", approval.approver().name());
    tree.put("author", approval.author());
    tree.put("reason", approval.reason());
    tree.put("at", approval.at().toString());
    approval.expires().ifPresent(time -> tree.put("expires", time.toString()));
    tree.put("self_approved", approval.selfApproved());
    tree.put("despite_policy", approval.despitePolicy());
    tree.put("policy_reasons", approval.policyReasons());
    tree.put("digest", served.deployment().approval().toString());
    return tree;
  }

  /** Returns in words who approved the model, and whatever a reader should be wary of. */
  public String notice() {
    ApprovalRecord approval = served.approval();
    StringBuilder notice = new StringBuilder();
    LocalDate day = LocalDate.ofInstant(approval.at(), ZoneOffset.UTC);
    notice.append("Approved by %s on %s.".formatted(approval.approver().name(), day));
    if (approval.selfApproved()) {
      notice.append(" Self-approved: no second person has looked at it.");
    }
    if (approval.despitePolicy()) {
      notice.append(
          " Approved despite the policy, which rejects it: %s."
              .formatted(String.join("; ", approval.policyReasons())));
    }
    return notice.toString();
  }

  /** Returns whether {@link #notice()} has something to be wary of. */
  public boolean hasWarning() {
    return served.approval().selfApproved() || served.approval().despitePolicy();
  }

  private static Map<String, Object> feature(Column column) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", column.name());
    tree.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
    tree.put("optional", column.optional());
    if (column.kind() == Kind.CATEGORY) {
      tree.put("levels", List.copyOf(column.levels()));
    }
    if (Double.isFinite(column.min())) {
      tree.put("min", bound(column, column.min()));
    }
    if (Double.isFinite(column.max())) {
      tree.put("max", bound(column, column.max()));
    }
    tree.put("doc", column.doc());
    return tree;
  }

  private static Object bound(Column column, double value) {
    return column.kind() == Kind.DOUBLE ? (Object) value : (Object) (long) value;
  }
}
