package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.control.FileSeal;
import fr.gestmat.filestore.control.KeyRotation;
import fr.gestmat.filestore.control.StoreCheck;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.entity.JobReport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys of files in their rows, and rows compared with what lies in the folder. */
class FileKeysInContainerIT extends InContainerTest {

  private static final byte[] CONTENT = "un avis d'impôt".getBytes(StandardCharsets.UTF_8);

  @Inject private Territory territory;
  @Inject private SealedFiles files;
  @Inject private FileSeal seal;
  @Inject private KeyRotation rotation;
  @Inject private StoreCheck check;

  private StoredFile kept(long authority) throws Exception {
    return files.keep(
        new FileOwner(authority, Set.of(), 1),
        new FileLabel(FilePurpose.AID_DOCUMENT, "avis.pdf", "application/pdf"),
        CONTENT);
  }

  private static Path place(UUID id) throws Exception {
    String name = id.toString();
    Path folder = Path.of(System.getenv("GESTMAT_DATA_DIR"), "files", name.substring(0, 2));
    return Files.createDirectories(folder).resolve(name);
  }

  @Test
  void a_file_says_nothing_where_it_lies_and_is_gone_with_its_row() throws Exception {
    long authority = territory.authority();
    StoredFile file = kept(authority);
    Path place = place(file.publicId());
    assertThat(new String(Files.readAllBytes(place), StandardCharsets.ISO_8859_1))
        .startsWith("GSF2")
        .doesNotContain("avis");
    assertThat(files.open(file.publicId(), authority)).contains(CONTENT);
    assertThat(files.open(file.publicId(), territory.authority())).isEmpty();
    files.remove(file.publicId(), authority);
    assertThat(Files.exists(place)).isFalse();
    assertThat(files.open(file.publicId(), authority)).isEmpty();
  }

  @Test
  void a_file_of_the_first_format_opens_and_is_looked_at_once() throws Exception {
    long authority = territory.authority();
    StoredFile file = kept(authority);
    Files.write(place(file.publicId()), seal.seal(CONTENT));
    territory.run(
        "update stored_file set key_number = null, wrapped_key = null where public_id = ?",
        file.publicId().toString());
    assertThat(files.open(file.publicId(), authority)).contains(CONTENT);
    rotation.work();
    assertThat(
            territory.number(
                "select key_number from stored_file where public_id = ?",
                file.publicId().toString()))
        .isOne();
    assertThat(files.open(file.publicId(), authority)).contains(CONTENT);
    assertThat(rotation.work().isIdle()).isTrue();
  }

  @Test
  void rows_and_files_that_differ_are_named_both_ways() throws Exception {
    long authority = territory.authority();
    StoredFile whole = kept(authority);
    StoredFile missing = kept(authority);
    StoredFile young = kept(authority);
    Files.delete(place(missing.publicId()));
    Files.delete(place(young.publicId()));
    territory.run(
        "update stored_file set created_at = utc_timestamp(6) - interval 2 hour where public_id in"
            + " (?, ?)",
        whole.publicId().toString(),
        missing.publicId().toString());
    UUID unknown = UUID.randomUUID();
    UUID forgotten = UUID.randomUUID();
    UUID fresh = UUID.randomUUID();
    for (UUID id : new UUID[] {unknown, forgotten, fresh}) {
      Files.writeString(place(id), "x");
    }
    long now = System.currentTimeMillis();
    Files.setLastModifiedTime(
        place(unknown), FileTime.fromMillis(now - Duration.ofHours(2).toMillis()));
    Files.setLastModifiedTime(
        place(forgotten), FileTime.fromMillis(now - Duration.ofDays(31).toMillis()));

    JobReport report = check.work();
    assertThat(report.note())
        .contains(missing.publicId().toString(), unknown.toString(), forgotten.toString())
        .doesNotContain(whole.publicId().toString())
        .doesNotContain(young.publicId().toString())
        .doesNotContain(fresh.toString());
    // The file is old; that it has no row is new: an older database may just have been restored.
    assertThat(Files.exists(place(forgotten))).isTrue();

    territory.run(
        "update rowless_file set first_seen = first_seen - interval 31 day where public_id = ?",
        forgotten.toString());
    assertThat(check.work().number("removed")).isPositive();
    assertThat(Files.exists(place(forgotten))).isFalse();
    assertThat(Files.exists(place(unknown))).isTrue();
    Files.delete(place(unknown));
    Files.delete(place(fresh));
    check.work();
    assertThat(
            territory.number(
                "select count(*) from rowless_file where public_id in (?, ?)",
                unknown.toString(),
                forgotten.toString()))
        .as("what is gone is forgotten")
        .isZero();
  }
}
