package org.penstock.smartthermostat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.row.Parsed;
import org.penstock.row.RowSchema;
import org.penstock.table.Csv;
import org.penstock.table.InvalidTableException;

/** What breaks, and what the person sees: in a file, and in a request. */
class BadInputTest {

  private static final RowSchema<Customer> SCHEMA = RowSchema.of(Customer.class);

  /** Nothing of this customer is missing or odd. */
  private static final String[] GOOD =
      ("1,1976,198,42,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,1664,1719,3383,1664,1719,3383,"
              + "INDEFINITE,2626,2626,FALSE,TRUE,TRUE,LIMBURG,FALSE")
          .split(",");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "customer_id | '' | is missing, expected a whole number",
        "customer_id | x | is 'x', expected a whole number",
        "customer_id | 0 | is '0', expected at least 1",
        "age | 131 | has a value that is personal and not shown, expected 0 to 130",
        "age | old | has a value that is personal and not shown, expected a whole number of 32 bits",
        "BOUWJAAR_PAND | 76 | has a value that is personal and not shown, expected 1000 to 2100",
        "VLOEROPPERVLAK_VERBLIJFSOBJECT | 0 | has a value that is personal and not shown, expected 1 to 100000",
        "gas_annual_consumption_estimated | -1 | is '-1', expected 0 to 10000000",
        "gas_annual_consumption_estimated | 1.5 | is '1.5', expected a whole number of 32 bits",
        "province | BRUSSEL | has a value that is personal and not shown, expected one of [DRENTHE, FLEVOLAND,"
            + " FRIESLAND, GELDERLAND, GRONINGEN, LIMBURG, NOORD-BRABANT, NOORD-HOLLAND, OVERIJSSEL, UTRECHT,"
            + " ZEELAND, ZUID-HOLLAND]",
        "has_phone_number | yes | is 'yes', expected 'TRUE' or 'FALSE'",
        "has_phone_number | '' | is missing, expected 'TRUE' or 'FALSE'",
        "bought_toon | '' | is missing, expected 'TRUE' or 'FALSE'",
      })
  void putsABadLineAside(String column, String text, String reason) {
    Csv<Customer> file =
        Csv.read(
            "customers.csv", Customer.class, file(line(column, text.equals("''") ? "" : text)));

    assertEquals(List.of(), file.rows());
    assertEquals(
        List.of(reason),
        file.badRows().stream()
            .map(bad -> bad.reason().replaceFirst("^Column '[^']*' ", ""))
            .toList());
    assertEquals(column, file.badRows().getFirst().column());
  }

  @Test
  void putsACustomerWhoComesTwiceAside() {
    Csv<Customer> file =
        Csv.read(
            "customers.csv", Customer.class, file(String.join(",", GOOD), String.join(",", GOOD)));

    assertEquals(1, file.rows().size());
    assertEquals(1, file.badRows().size());
    assertEquals(3, file.badRows().getFirst().line());
  }

  @ParameterizedTest
  @CsvSource({
    "electricity_last_contract_term, 10 YEARS, OTHER",
    "electricity_last_contract_term, 2 YEARS, 2 YEARS"
  })
  void takesATermThatItHasNotSeen(String column, String text, String level) {
    Customer customer = only(line(column, text));

    assertEquals(
        Optional.of(level), customer.electricityLastContractTerm().map(ContractTerm::toString));
  }

  @ParameterizedTest
  @CsvSource({"''", "onbekend"})
  void takesWhatIsUnknownForMissing(String text) {
    assertEquals(Optional.empty(), only(line("province", text)).province());
    assertEquals(
        Optional.empty(),
        only(line("electricity_last_contract_term", text)).electricityLastContractTerm());
  }

  @Test
  void wantsEveryColumnEvenIfItsValuesAreMissing() {
    String csv = file(line("age", "")).replace("age,", "ages,");

    var thrown =
        assertThrows(
            InvalidTableException.class, () -> Csv.read("customers.csv", Customer.class, csv));

    assertEquals(
        "customers.csv: column 'age' is missing (is it the one called 'ages'?); not expected are"
            + " 'ages'",
        thrown.getMessage());
  }

  @Test
  void findsTheNumberOfACustomerByItsNameToo() {
    String csv = "customer_id" + file(String.join(",", GOOD));

    assertEquals(1, Csv.read("customers.csv", Customer.class, csv).rows().getFirst().customerId());
  }

  @Test
  void readsARequestWithMissingValues() {
    Map<String, Object> named = request();
    for (String optional :
        List.of("age", "BOUWJAAR_PAND", "gas_annual_consumption_estimated", "province")) {
      named.remove(optional);
    }

    Customer customer = ((Parsed.Valid<Customer>) SCHEMA.parse(named)).row();

    assertEquals(OptionalInt.empty(), customer.age());
    assertEquals(OptionalInt.empty(), customer.gas());
    assertEquals(Optional.empty(), customer.province());
  }

  @Test
  void saysEverythingThatIsWrongWithARequest() {
    Map<String, Object> named = request();
    named.put("gas_annual_consumption_estimated", -3);
    named.put("has_phone_number", "maybe");
    named.put("agee", 40);
    named.remove("web_os_other_last_year");

    assertEquals(
        List.of(
            "gas_annual_consumption_estimated is -3, expected 0 to 10000000",
            "has_phone_number is 'maybe', expected true or false",
            "web_os_other_last_year is missing, expected true or false",
            "agee is unknown; did you mean 'age'?"),
        ((Parsed.Invalid<Customer>) SCHEMA.parse(named))
            .problems().stream().map(one -> one.column() + " " + one.reason()).toList());
  }

  private static Map<String, Object> request() {
    Map<String, Object> named = new TreeMap<>();
    for (int i = 0; i < GOOD.length; i++) {
      String name = SCHEMA.columns().get(i).name();
      named.put(
          name,
          switch (SCHEMA.columns().get(i).kind()) {
            case INT, LONG -> Integer.valueOf(GOOD[i]);
            case BOOLEAN -> GOOD[i].equals("TRUE");
            case DOUBLE, CATEGORY, TEXT, DATE, TIMESTAMP -> GOOD[i];
          });
    }
    return named;
  }

  private static Customer only(String line) {
    Csv<Customer> file = Csv.read("customers.csv", Customer.class, file(line));
    assertEquals(List.of(), file.badRows());
    return file.rows().getFirst();
  }

  private static String line(String column, String text) {
    String[] cells = GOOD.clone();
    cells[SCHEMA.indexOf(column)] = text;
    return String.join(",", cells);
  }

  private static String file(String... lines) {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < SCHEMA.columns().size(); i++) {
      header.add(SCHEMA.spelling(i).header());
    }
    List<String> all = new ArrayList<>(List.of(String.join(",", header)));
    all.addAll(Arrays.asList(lines));
    return String.join("\r\n", all) + "\r\n";
  }
}
