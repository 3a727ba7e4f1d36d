package org.penstock.smartthermostat;

import java.util.Optional;
import java.util.OptionalInt;
import org.penstock.row.Doc;
import org.penstock.row.Entity;
import org.penstock.row.Header;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Missing;
import org.penstock.row.Named;
import org.penstock.row.Personal;
import org.penstock.row.Range;
import org.penstock.row.YesNo;

/**
 * A customer, and whether they bought: a line of {@code data_set.csv}.
 *
 * <p>The ranges are wider than the real data, and narrow enough to refuse a value of another column
 * or unit. Odd values that are there are let in: a house of the year 1005, customers aged 7 and
 * 120.
 */
public record Customer(
    @Id
        @Entity
        @Header("")
        @Range(min = 1)
        @Doc("Number of the customer; the file gives the column no name")
        long customerId,
    @Personal
        @Named("BOUWJAAR_PAND")
        @Doc("Year in which the house was built; 1005 in the data stands for very old")
        @Range(min = 1000, max = 2100)
        OptionalInt constructionYear,
    @Personal
        @Named("VLOEROPPERVLAK_VERBLIJFSOBJECT")
        @Doc("Floor area of the house in square metres")
        @Range(min = 1, max = 100_000)
        OptionalInt floorArea,
    @Personal
        @Doc("Age in years; the data has customers of 7 and of 120")
        @Range(min = 0, max = 130)
        OptionalInt age,
    @Doc("Whether the app was used last year to change advance payments")
        @YesNo(yes = "TRUE", no = "FALSE")
        boolean appAdvancePaymentAdjustmentLastYear,
    @Doc("Whether the app was used last year to look at advance payments; nobody did")
        @YesNo(yes = "TRUE", no = "FALSE")
        boolean appCheckAdvancePaymentLastYear,
    @Doc("Whether the app was used last year to choose the day of payment")
        @YesNo(yes = "TRUE", no = "FALSE")
        boolean appDetermineDayOfPaymentLastYear,
    @Doc("Whether the use of data was declined in the app last year")
        @YesNo(yes = "TRUE", no = "FALSE")
        boolean appMandateNoLastYear,
    @Doc("Whether the use of data was allowed in the app last year")
        @YesNo(yes = "TRUE", no = "FALSE")
        boolean appMandateYesLastYear,
    @Doc("Whether transactions were asked for in the app last year")
        @YesNo(yes = "TRUE", no = "FALSE")
        boolean appTransactionRequestLastYear,
    @Label @Doc("Whether the smart thermostat was bought") @YesNo(yes = "TRUE", no = "FALSE")
        boolean boughtToon,
    @Named("electricity_annual_consumption_estimated_offpeak")
        @Doc("Estimated kWh a year in off-peak hours; missing under a single tariff")
        @Range(min = 0, max = 10_000_000)
        OptionalInt offPeak,
    @Named("electricity_annual_consumption_estimated_peak")
        @Doc("Estimated kWh a year in peak hours; all, under a single tariff")
        @Range(min = 0, max = 10_000_000)
        OptionalInt peak,
    @Named("electricity_annual_consumption_estimated_total")
        @Doc("Estimated kWh a year")
        @Range(min = 0, max = 10_000_000)
        OptionalInt electricity,
    @Named("electricity_last_contract_annual_consumption_estimated_offpeak")
        @Doc("The same in the last contract, off-peak")
        @Range(min = 0, max = 10_000_000)
        OptionalInt lastOffPeak,
    @Named("electricity_last_contract_annual_consumption_estimated_peak")
        @Doc("The same in the last contract, peak")
        @Range(min = 0, max = 10_000_000)
        OptionalInt lastPeak,
    @Named("electricity_last_contract_annual_consumption_estimated_total")
        @Doc("The same in the last contract")
        @Range(min = 0, max = 10_000_000)
        OptionalInt lastElectricity,
    @Doc("Term of the last electricity contract") @Missing("onbekend")
        Optional<ContractTerm> electricityLastContractTerm,
    @Named("gas_annual_consumption_estimated")
        @Doc("Estimated cubic metres of gas a year")
        @Range(min = 0, max = 10_000_000)
        OptionalInt gas,
    @Named("gas_last_contract_annual_consumption_estimated")
        @Doc("The same in the last contract")
        @Range(min = 0, max = 10_000_000)
        OptionalInt lastGas,
    @Doc("Whether a boiler is rented") @YesNo(yes = "TRUE", no = "FALSE")
        boolean hasActiveBoilerRentContract,
    @Doc("Whether there is an electricity contract now") @YesNo(yes = "TRUE", no = "FALSE")
        boolean hasActiveElectricityContract,
    @Doc("Whether a phone number is known") @YesNo(yes = "TRUE", no = "FALSE")
        boolean hasPhoneNumber,
    @Personal @Doc("Province of the house") @Missing("onbekend") Optional<Province> province,
    @Doc("Whether the website was visited last year from a rare operating system")
        @YesNo(yes = "TRUE", no = "FALSE")
        boolean webOsOtherLastYear) {

  /** Returns this customer with another outcome. */
  Customer thatBought(boolean bought) {
    return new Customer(
        customerId,
        constructionYear,
        floorArea,
        age,
        appAdvancePaymentAdjustmentLastYear,
        appCheckAdvancePaymentLastYear,
        appDetermineDayOfPaymentLastYear,
        appMandateNoLastYear,
        appMandateYesLastYear,
        appTransactionRequestLastYear,
        bought,
        offPeak,
        peak,
        electricity,
        lastOffPeak,
        lastPeak,
        lastElectricity,
        electricityLastContractTerm,
        gas,
        lastGas,
        hasActiveBoilerRentContract,
        hasActiveElectricityContract,
        hasPhoneNumber,
        province,
        webOsOtherLastYear);
  }
}
