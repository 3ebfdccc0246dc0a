package fr.gestmat.filestore.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path data;

  @Test
  void nobodyElseEntersTheFoldersOrReadsTheFiles() throws IOException {
    DataFolder folder = new DataFolder(data);
    Path written = folder.newFile();
    Path place = folder.place(UUID.randomUUID());
    Files.move(written, place);
    assertThat(rights(place)).isEqualTo("rw-------");
    assertThat(rights(place.getParent())).isEqualTo("rwx------");
    assertThat(rights(folder.incoming())).isEqualTo("rwx------");
    assertThat(rights(data.resolve("files"))).isEqualTo("rwx------");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
