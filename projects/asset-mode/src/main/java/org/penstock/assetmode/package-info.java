/**
 * The operating mode of industrial assets from their sensors: windows of eight sensors that look
 * back, one row a minute.
 *
 * <p>Start with {@link org.penstock.assetmode.ReadingHistory}.
 */
package org.penstock.assetmode;
