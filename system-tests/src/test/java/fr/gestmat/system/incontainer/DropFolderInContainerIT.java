package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.directory.boundary.ImportSummary;
import fr.gestmat.directory.control.intake.DropFolder;
import fr.gestmat.directory.entity.ImportState;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports that another program drops into a folder. */
class DropFolderInContainerIT extends DirectoryImportTest {

  @Inject private DropFolder folder;

  private Path root;
  private Path place;

  @BeforeEach
  void ownFolder() throws Exception {
    root = Files.createTempDirectory("drop");
    String name =
        territory.rows("select public_id from local_authority where id = ?", authority).get(0);
    place = Files.createDirectory(root.resolve(name));
  }

  @Test
  void aSetIsTakenWhenAllItsFilesHaveBeenQuietForAMinute() throws Exception {
    Map<String, String> files = twoSchools().files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      drop(file.getKey(), file.getValue(), Duration.ofMinutes(2));
    }
    Path growing = drop("ENT_Complet_20260901_Eleve_0001.xml", "<ficAlim", Duration.ofSeconds(5));
    folder.lookInto(root);
    assertThat(latest()).as("a copy is in progress").isEmpty();

    Files.delete(growing);
    folder.lookInto(root);
    assertThat(latest()).hasSize(1);
    ImportSummary taken = latest().get(0);
    assertThat(await(taken.id(), ImportState.READY).totals().fresh()).isEqualTo(41);
    assertThat(taken.receivedBy()).isEqualTo("Dossier de dépôt");
    assertThat(names(place)).containsExactly("taken");
    assertThat(names(place.resolve("taken"))).containsExactlyElementsOf(sorted(files));

    drop("encore.xml", "<ficAlimMENESR/>", Duration.ofMinutes(2));
    folder.lookInto(root);
    assertThat(latest()).as("the folder waits for the open import").hasSize(1);
    assertThat(names(place)).containsExactly("encore.xml", "taken");
  }

  @Test
  void whatCannotBeAnExportGoesAsideWithItsReason() throws Exception {
    drop("ENT_Complet_20260901_Eleve_0000.xml", "%PDF-1.7 ...", Duration.ofMinutes(2));

    folder.lookInto(root);

    assertThat(latest()).isEmpty();
    assertThat(names(place)).containsExactly("refused");
    assertThat(names(place.resolve("refused")))
        .containsExactly("ENT_Complet_20260901_Eleve_0000.xml", "refused.log");
    assertThat(Files.readString(place.resolve("refused/refused.log")))
        .contains("FILE_OF_OTHER_KIND ENT_Complet_20260901_Eleve_0000.xml");
  }

  private List<ImportSummary> latest() throws Exception {
    return asAdmin(imports::latest);
  }

  private Path drop(String name, String content, Duration age) throws IOException {
    Path file = Files.writeString(place.resolve(name), content);
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> sorted(Map<String, String> files) {
    return files.keySet().stream().sorted().toList();
  }
}
