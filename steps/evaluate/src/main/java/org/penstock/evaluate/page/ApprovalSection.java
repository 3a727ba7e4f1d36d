package org.penstock.evaluate.page;

import org.penstock.evaluate.finding.PolicyFindings;
import org.penstock.evaluate.plot.Markup;
import org.penstock.evaluate.plot.Numbers;

/** What the policy says, limit by limit, and room for what people say. */
final class ApprovalSection {

  /** What a person decided is written between this mark and {@link #END}. */
  private static final String BEGIN = "<!-- approval -->";

  private static final String END = "<!-- /approval -->";

  private ApprovalSection() {}

  static void write(Markup page, PolicyFindings policy) {
    page.open("section", "id", "approval").element("h2", "Approval");
    Table table =
        Table.of(page, "The policy of the project").column("Limit").number("It is").column("Holds");
    for (PolicyFindings.Line line : policy.lines()) {
      table.row(line.holds() ? "holds" : "missed").name(line.limit());
      table.value(Numbers.metric(line.got())).text(line.holds() ? "✓ yes" : "✗ no");
    }
    table.end();
    page.raw(BEGIN).element("p", "No person has decided yet.").raw(END);
    page.close("section").line();
  }
}
