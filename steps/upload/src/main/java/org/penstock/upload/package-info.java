/**
 * The upload step: hands a file in with the vendor, once for each result of the gathering.
 *
 * <p>Start with {@link org.penstock.upload.UploadStep}.
 */
package org.penstock.upload;
