/**
 * Container images of the steps, the service and what a try-out needs, built without a container
 * engine. Start reading at {@link org.penstock.image.ImagesMain}.
 */
package org.penstock.image;
