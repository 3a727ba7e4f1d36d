package org.penstock.upload;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.penstock.artifact.Sha256;
import org.penstock.config.UploadSettings;
import org.penstock.gather.HttpCalls;
import org.penstock.gather.Reply;
import org.penstock.gather.Vendor;

/**
 * Hands a file in as a form with one part; any 2xx is success, whatever its body says.
 *
 * @param calls makes the call
 * @param address where the vendor is
 * @param settings path, client and the name of the file
 * @param content of the file, which may be empty
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
 */
record MultipartUpload(HttpCalls calls, URI address, UploadSettings settings, byte[] content)
    implements Vendor {

  MultipartUpload {
    requireNonNull(calls, "calls");
    requireNonNull(address, "address");
    requireNonNull(settings, "settings");
    requireNonNull(content, "content");
  }

  @Override
  public Reply ask(String key) throws InterruptedException {
    String client = URLEncoder.encode(settings.client(), StandardCharsets.UTF_8);
    String boundary = "penstock-" + Sha256.of(content).hex();
    Reply reply =
        calls.call(
            HttpRequest.newBuilder(
                    HttpCalls.below(address, settings.path().replace("{client}", client)))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(form(boundary)))
                .build());
    return reply instanceof Reply.Absent
        ? new Reply.Refused("%s has no %s".formatted(address.getHost(), settings.path()))
        : reply;
  }

  private byte[] form(String boundary) {
    String head =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/plain\r
        \r
        """
            .formatted(boundary, settings.file());
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }
}
