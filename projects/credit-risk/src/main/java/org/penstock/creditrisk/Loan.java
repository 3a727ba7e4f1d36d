package org.penstock.creditrisk;

import java.time.LocalDate;
import java.util.Optional;
import org.penstock.row.Doc;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Label;
import org.penstock.row.Missing;
import org.penstock.row.Personal;
import org.penstock.row.Range;
import org.penstock.row.YesNo;

/**
 * A loan to a client, with what the bank knew of the client: a line of {@code
 * dataset_credit_risk.csv}.
 *
 * <p>The ranges are wider than the real data, which holds 777,715 loans of 2019 and 2020, and
 * narrow enough to refuse a value of another column or unit.
 */
public record Loan(
    @Id @Range(min = 1) @Doc("Number of the loan") long loanId,
    @Entity @Range(min = 1) @Doc("Number of the client; a person may have several") long id,
    @Personal @Doc("Gender of the client") Gender codeGender,
    @Personal @Doc("Whether the client owns a car") @YesNo boolean flagOwnCar,
    @Personal @Doc("Whether the client owns a house or a flat") @YesNo boolean flagOwnRealty,
    @Personal @Range(min = 0, max = 30) @Doc("Number of children") int cntChildren,
    @Personal @Range(min = 0, max = 1e8) @Doc("Income a year") double amtIncomeTotal,
    @Personal @Doc("Where the income comes from") IncomeType nameIncomeType,
    @Personal @Doc("Highest education") EducationType nameEducationType,
    @Personal @Doc("Family status") FamilyStatus nameFamilyStatus,
    @Personal @Doc("How the client lives") HousingType nameHousingType,
    @Personal @Range(min = -45_000, max = 0) @Doc("Day of birth, counted from a day of the bank")
        int daysBirth,
    @Personal
        @Range(min = -30_000, max = 365_243)
        @Doc("Day the job started, counted from that day; 365243 for pensioners")
        int daysEmployed,
    @Personal @Doc("Whether there is a mobile phone") @YesNo(yes = "1", no = "0") boolean flagMobil,
    @Personal @Doc("Whether there is a phone at work") @YesNo(yes = "1", no = "0")
        boolean flagWorkPhone,
    @Personal @Doc("Whether there is a phone at home") @YesNo(yes = "1", no = "0")
        boolean flagPhone,
    @Personal @Doc("Whether there is an e-mail address") @YesNo(yes = "1", no = "0")
        boolean flagEmail,
    @Personal @Doc("What the client works as") Optional<OccupationType> occupationType,
    @Personal @Range(min = 1, max = 32) @Doc("Number of people in the family") double cntFamMembers,
    @Label @Doc("1 if the loan was not paid on time") @YesNo(yes = "1", no = "0") boolean status,
    @Personal @Doc("Date of birth") LocalDate birthday,
    @Personal
        @Missing("3021-09-18")
        @Doc("Date the job started; the year 3021 stands for pensioners")
        Optional<LocalDate> jobStartDate,
    @EventTime @Doc("Date of the loan") LocalDate loanDate,
    @Range(min = 0, max = 1e8) @Doc("Amount of the loan") double loanAmount) {

  /** Returns this loan with another outcome. */
  Loan withStatus(boolean late) {
    return new Loan(
        loanId,
        id,
        codeGender,
        flagOwnCar,
        flagOwnRealty,
        cntChildren,
        amtIncomeTotal,
        nameIncomeType,
        nameEducationType,
        nameFamilyStatus,
        nameHousingType,
        daysBirth,
        daysEmployed,
        flagMobil,
        flagWorkPhone,
        flagPhone,
        flagEmail,
        occupationType,
        cntFamMembers,
        late,
        birthday,
        jobStartDate,
        loanDate,
        loanAmount);
  }
}
