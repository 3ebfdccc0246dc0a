package fr.gestmat.demo.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilePlaceTest {

  private static FilePlace bucket(String address) {
    return FilePlace.of(Map.of("GESTMAT_S3_BUCKET", address));
  }

  @Test
  void an_archive_says_where_its_files_lay() throws IOException {
    for (FilePlace place : new FilePlace[] {bucket(" "), bucket("https://o.example/a-b/")}) {
      assertThat(FilePlace.read(new ByteArrayInputStream(place.written()))).isEqualTo(place);
    }
  }

  @Test
  void files_are_lost_wherever_the_application_looks_for_them_elsewhere() {
    FilePlace folder = FilePlace.of(Map.of());
    assertThat(folder.loses(folder)).isEmpty();
    assertThat(bucket("https://o.example/a").loses(bucket("https://o.example/a/"))).isEmpty();
    assertThat(bucket("https://o.example/a").loses(folder)).isPresent();
    assertThat(folder.loses(bucket("https://o.example/a"))).isPresent();
    assertThat(bucket("https://o.example/a").loses(bucket("https://o.example/b")).orElseThrow())
        .contains("https://o.example/a", "https://o.example/b");
  }
}
