/** An S3 server for trying a cluster out; {@link org.penstock.s3.S3Main} is all there is. */
package org.penstock.s3;
