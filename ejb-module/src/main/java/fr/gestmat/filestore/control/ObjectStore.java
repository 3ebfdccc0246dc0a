package fr.gestmat.filestore.control;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An S3-compatible object store and who we are there.
 *
 * @param bucket address of the bucket, {@code https://host/bucket}
 * @param region its region, as signatures name it
 * @param accessKey name of our account
 * @param secretKey its secret
 */
record ObjectStore(URI bucket, String region, String accessKey, String secretKey) {

  /** The store of these settings, if one is set. */
  static Optional<ObjectStore> of(Map<String, String> environment) {
    Optional<String> bucket = setting(environment, "GESTMAT_S3_BUCKET");
    return bucket.map(
        address ->
            new ObjectStore(
                address(address),
                setting(environment, "GESTMAT_S3_REGION").orElse("us-east-1"),
                needed(environment, "GESTMAT_S3_ACCESS_KEY"),
                needed(environment, "GESTMAT_S3_SECRET_KEY")));
  }

  private static URI address(String written) {
    URI address = URI.create(written.replaceAll("/+$", ""));
    boolean whole =
        ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
            && address.getHost() != null
            && address.getPath().length() > 1;
    if (!whole) {
      throw new IllegalStateException("GESTMAT_S3_BUCKET is not https://host/bucket");
    }
    return address;
  }

  private static Optional<String> setting(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static String needed(Map<String, String> environment, String name) {
    return setting(environment, name)
        .orElseThrow(() -> new IllegalStateException("GESTMAT_S3_BUCKET is set, but not " + name));
  }

  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return bucket + " in " + region + " as " + accessKey;
  }
}
