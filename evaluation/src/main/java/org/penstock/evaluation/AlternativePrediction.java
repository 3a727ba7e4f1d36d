package org.penstock.evaluation;

import org.penstock.row.Doc;

/**
 * One prediction of a model that is not the chosen one, or of the chosen recipe on another split: a
 * row of the table that train writes for evaluate to compare.
 *
 * @param split what the rows were split by: {@code group}, {@code entity}, {@code time} or {@code
 *     random}
 * @param candidate its name in {@code project.yaml}
 * @param row number of the row in the training table, from 0; every (split, candidate) lists its
 *     test rows once each, ascending
 * @param output which of the numbers that a model says of a row, from 0; ascending within a row
 * @param prediction the number: the calibrated probability of label 1, that of the label of code
 *     {@code output}, or the predicted number
 */
public record AlternativePrediction(
    @Doc("What the rows were split by: group, entity, time or random") String split,
    @Doc("The candidate of project.yaml that was trained on the train rows of that split")
        String candidate,
    @Doc("Number of the row in the training table, from 0") long row,
    @Doc("Which of the numbers that a model says of a row, from 0") int output,
    @Doc("The probability, or the number, that is predicted") double prediction) {}
