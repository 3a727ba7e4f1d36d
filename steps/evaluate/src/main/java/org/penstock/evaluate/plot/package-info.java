/**
 * Small statistical plots as SVG without scripts: readable on paper, on a telephone, in the dark
 * and by a screen reader. Colours are CSS variables of the page around them.
 *
 * <p>Start with {@link org.penstock.evaluate.plot.Chart}.
 */
package org.penstock.evaluate.plot;
