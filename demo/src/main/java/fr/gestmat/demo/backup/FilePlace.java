package fr.gestmat.demo.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where kept files lie: in the data folder, which a backup holds, or in the bucket of an object
 * store, which it does not hold.
 *
 * @param bucket address of the bucket; empty for the folder
 */
record FilePlace(Optional<String> bucket) {

  private static final String BUCKET = "bucket";

  /** The place of these settings, as the application reads them. */
  static FilePlace of(Map<String, String> environment) {
    return new FilePlace(
        Optional.ofNullable(environment.get("GESTMAT_S3_BUCKET"))
            .map(address -> address.strip().replaceAll("/+$", ""))
            .filter(address -> !address.isEmpty()));
  }

  /** What an archive says of it. */
  static FilePlace read(InputStream written) throws IOException {
    Properties said = new Properties();
    said.load(new java.io.StringReader(new String(written.readAllBytes(), StandardCharsets.UTF_8)));
    return new FilePlace(Optional.ofNullable(said.getProperty(BUCKET)));
  }

  /** As an archive says it. */
  byte[] written() throws IOException {
    Properties said = new Properties();
    bucket.ifPresent(address -> said.setProperty(BUCKET, address));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    said.store(out, "Where the kept files lay");
    return out.toByteArray();
  }

  /**
   * Why a backup from {@code then} would lose its files here: the application would look for them
   * where they are not.
   *
   * @return a sentence; empty if none is lost
   */
  Optional<String> loses(FilePlace then) {
    if (bucket.equals(then.bucket())) {
      return Optional.empty();
    }
    String here =
        bucket
            .map(b -> "here files are read from the bucket " + b)
            .orElse("here files are read from the data folder (GESTMAT_S3_BUCKET is not set)");
    String there =
        then.bucket()
            .map(b -> "the files of this backup are in the bucket " + b + ", not in the archive")
            .orElse("the files of this backup are in the archive, for the data folder");
    return Optional.of(
        there
            + ", but "
            + here
            + ". Nothing was changed. Set GESTMAT_S3_BUCKET as it was (then move the files, see"
            + " docs/operations.md), or restore the database without its files: --without-files.");
  }
}
