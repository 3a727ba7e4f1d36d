package org.penstock.smartthermostat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penstock.row.Doc;
import org.penstock.row.Named;
import org.penstock.row.Personal;
import org.penstock.row.Range;

/**
 * What the model sees of a customer: the columns that the notebook had, under their names and
 * unchanged, then what is made of them. Missing values stay missing; what stands for them is learnt
 * with the model.
 */
public record ToonFeatures(
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
        boolean appAdvancePaymentAdjustmentLastYear,
    @Doc("Whether the app was used last year to look at advance payments; nobody did")
        boolean appCheckAdvancePaymentLastYear,
    @Doc("Whether the app was used last year to choose the day of payment")
        boolean appDetermineDayOfPaymentLastYear,
    @Doc("Whether the use of data was declined in the app last year") boolean appMandateNoLastYear,
    @Doc("Whether the use of data was allowed in the app last year") boolean appMandateYesLastYear,
    @Doc("Whether transactions were asked for in the app last year")
        boolean appTransactionRequestLastYear,
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
    @Doc("Term of the last electricity contract")
        Optional<ContractTerm> electricityLastContractTerm,
    @Named("gas_annual_consumption_estimated")
        @Doc("Estimated cubic metres of gas a year")
        @Range(min = 0, max = 10_000_000)
        OptionalInt gas,
    @Named("gas_last_contract_annual_consumption_estimated")
        @Doc("The same in the last contract")
        @Range(min = 0, max = 10_000_000)
        OptionalInt lastGas,
    @Doc("Whether a boiler is rented") boolean hasActiveBoilerRentContract,
    @Doc("Whether there is an electricity contract now") boolean hasActiveElectricityContract,
    @Doc("Whether a phone number is known") boolean hasPhoneNumber,
    @Personal @Doc("Province of the house") Optional<Province> province,
    @Doc("Whether the website was visited last year from a rare operating system")
        boolean webOsOtherLastYear,
    @Range(min = 0, max = 1)
        @Doc(
            "Share of the electricity that is off-peak; missing where either is, or nothing is used")
        OptionalDouble offPeakShare,
    @Doc("Whether peak hours are known and off-peak ones are not: one tariff for all hours")
        boolean singleTariff,
    @Range(min = 0) @Doc("Cubic metres of gas a year and square metre") OptionalDouble gasPerArea,
    @Range(min = 0) @Doc("Kilowatt-hours a year and square metre")
        OptionalDouble electricityPerArea,
    @Doc("Whether the estimate of electricity is that of the last contract: nobody measured since")
        boolean sameElectricity,
    @Doc("Whether the estimate of gas is that of the last contract") boolean sameGas,
    @Range(min = 0) @Doc("Logarithm of 1 and the gas, so that twice as much is one step")
        OptionalDouble logGas,
    @Range(min = 0) @Doc("Logarithm of 1 and the electricity") OptionalDouble logElectricity,
    @Range(min = 0) @Doc("Logarithm of 1 and the floor area") OptionalDouble logFloorArea) {}
