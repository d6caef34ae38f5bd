package vn.giaouoc.shared.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import vn.giaouoc.shared.file.FileId;

/**
 * The contents of files in a bucket of an S3-compatible object store, each under the digest by
 * which events name it. What is known of a file beside its content stays in the database, and who
 * may see it is decided there: nobody is ever sent to the bucket itself.
 */
public final class ObjectStore implements AutoCloseable {

  /** The setting that says where contents are kept, and its value for this store. */
  public static final String SETTING = "giaouoc.files.store";

  /** The value of {@link #SETTING} for this store. */
  public static final String S3 = "s3";

  private static final String PREFIX = "giaouoc.files.s3.";
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final S3Client client;
  private final String bucket;

  private ObjectStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * The store that the settings name. Its credentials come from there alone, never from what else
   * lies on the machine.
   *
   * @throws IllegalStateException if a setting is missing
   */
  public static ObjectStore of(Environment settings) {
    String endpoint = settings.getProperty(PREFIX + "endpoint", "");
    S3ClientBuilder client =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(LONGEST))
            .overrideConfiguration(each -> each.apiCallTimeout(LONGEST))
            .region(Region.of(settings.getProperty(PREFIX + "region", "us-east-1")))
            .forcePathStyle(
                settings.getProperty(PREFIX + "path-style", Boolean.class, !endpoint.isEmpty()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        settings.getRequiredProperty(PREFIX + "access-key"),
                        settings.getRequiredProperty(PREFIX + "secret-key"))));
    if (!endpoint.isEmpty()) {
      client.endpointOverride(URI.create(endpoint));
    }
    return new ObjectStore(client.build(), settings.getRequiredProperty(PREFIX + "bucket"));
  }

  /**
   * Keeps a content; the same again changes nothing.
   *
   * @throws Unreachable if the store does not take it
   */
  public void put(FileId file, byte[] content, String mediaType) {
    try {
      client.putObject(
          request -> request.bucket(bucket).key(file.slug()).contentType(mediaType),
          RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw new Unreachable(e);
    }
  }

  /**
   * A content.
   *
   * @return nothing if it is not there
   * @throws Unreachable if the store does not answer
   */
  public Optional<byte[]> get(FileId file) {
    try {
      return Optional.of(
          client
              .getObjectAsBytes(request -> request.bucket(bucket).key(file.slug()))
              .asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new Unreachable(e);
    }
  }

  /**
   * Takes a content away; where there is none, nothing happens.
   *
   * @throws Unreachable if the store does not answer
   */
  public void remove(FileId file) {
    try {
      client.deleteObject(request -> request.bucket(bucket).key(file.slug()));
    } catch (SdkException e) {
      throw new Unreachable(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** The store does not answer, or refuses; what it says of itself is in the cause. */
  public static final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(SdkException cause) {
      super("The object store does not answer", cause);
    }
  }
}
