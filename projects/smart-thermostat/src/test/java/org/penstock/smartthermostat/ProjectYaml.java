package org.penstock.smartthermostat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penstock.row.Column;
import org.penstock.row.RowSchema;

/** What the notebook reads, and what it puts in for numbers that are missing. */
final class ProjectYaml {

  private static final int RAW = 23;

  private ProjectYaml() {}

  static NotebookRecipe notebook() {
    List<String> columns =
        RowSchema.of(ToonFeatures.class).columns().stream().limit(RAW).map(Column::name).toList();
    return new NotebookRecipe(columns, fill());
  }

  static SortedMap<String, Double> fill() {
    SortedMap<String, Double> fill = new TreeMap<>();
    fill.put("BOUWJAAR_PAND", 1976.0);
    fill.put("VLOEROPPERVLAK_VERBLIJFSOBJECT", 101.0);
    fill.put("age", 55.0);
    fill.put("electricity_annual_consumption_estimated_offpeak", 1221.0);
    fill.put("electricity_annual_consumption_estimated_peak", 1373.5);
    fill.put("electricity_annual_consumption_estimated_total", 2525.0);
    fill.put("electricity_last_contract_annual_consumption_estimated_offpeak", 1189.0);
    fill.put("electricity_last_contract_annual_consumption_estimated_peak", 1326.0);
    fill.put("electricity_last_contract_annual_consumption_estimated_total", 2452.5);
    fill.put("gas_annual_consumption_estimated", 1196.0);
    fill.put("gas_last_contract_annual_consumption_estimated", 1160.0);
    return fill;
  }
}
