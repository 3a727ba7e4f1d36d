/**
 * The pages for people, and the specification of the API; none loads anything from another host.
 *
 * <p>Start with {@link org.penstock.serving.page.PageController}.
 */
package org.penstock.serving.page;
