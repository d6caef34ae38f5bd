package vn.giaouoc.shared;

import java.net.URI;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3 server on this machine, in memory, with one bucket; it asks for credentials. */
public final class TestObjectStore implements AutoCloseable {

  /** The secret key of its one account. */
  public static final String SECRET = "a-secret-key-of-tests";

  private static final String ACCESS = "tests";
  private static final String BUCKET = "files";

  private final S3Proxy server;

  private TestObjectStore(S3Proxy server) {
    this.server = server;
  }

  /** Starts one on any port. */
  public static TestObjectStore start() {
    S3Proxy server =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS, SECRET)
            .blobStore(new TransientNio2BlobStore())
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    TestObjectStore store = new TestObjectStore(server);
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(URI.create(store.endpoint()))
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
            .build()) {
      client.createBucket(bucket -> bucket.bucket(BUCKET));
    }
    return store;
  }

  private String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** The settings by which it is reached, as {@code name=value}. */
  public List<String> settings() {
    return settings(SECRET);
  }

  /** The same with another secret. */
  public List<String> settings(String secret) {
    return List.of(
        "giaouoc.files.store=s3",
        "giaouoc.files.s3.endpoint=" + endpoint(),
        "giaouoc.files.s3.bucket=" + BUCKET,
        "giaouoc.files.s3.access-key=" + ACCESS,
        "giaouoc.files.s3.secret-key=" + secret);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
