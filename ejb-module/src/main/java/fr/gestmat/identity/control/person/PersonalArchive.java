package fr.gestmat.identity.control.person;

import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.directory.boundary.PersonalData.Person;
import fr.gestmat.directory.boundary.PersonalData.PersonalFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes one person's data as a ZIP: a page to read first, everything as JSON, and the files as
 * they were sent or made. Files go through it piece by piece.
 */
@ApplicationScoped
public class PersonalArchive {

  private static final String READ_FIRST =
      """
      Données personnelles de %s
      Fichier fait le %s (temps universel).

      donnees.json   tout ce que le service garde sur cette personne, partie par partie
      fichiers/      les documents qu'elle a envoyés et les courriers qui lui ont été adressés

      Ce fichier est confidentiel. Remettez-le à la personne elle-même, par un moyen sûr.
      """;

  @Inject private Clock clock;

  /**
   * Writes it.
   *
   * @return how many files it holds
   * @throws IOException if something could not be read or written
   */
  public int write(Path target, String name, Person person, List<PersonalData> parts)
      throws IOException {
    JsonObjectBuilder all =
        Json.createObjectBuilder().add("personne", name).add("fait le", clock.instant().toString());
    JsonArrayBuilder list = Json.createArrayBuilder();
    int kept = 0;
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(target), StandardCharsets.UTF_8)) {
      entry(zip, "lisez-moi.txt", String.format(READ_FIRST, name, clock.instant()));
      List<PersonalData> ordered =
          parts.stream().sorted(Comparator.comparing(PersonalData::part)).toList();
      for (PersonalData part : ordered) {
        all.add(part.part(), part.about(person));
        for (PersonalFile file : part.files(person)) {
          String entry = entryName(kept + 1, file.name());
          boolean there = copy(zip, entry, file);
          list.add(Json.createObjectBuilder().add("fichier", entry).add("présent", there));
          kept += there ? 1 : 0;
        }
      }
      entry(zip, "donnees.json", pretty(all.add("fichiers", list).build()));
    }
    return kept;
  }

  /** A name that cannot leave the folder it is unpacked into, and that no other file has. */
  static String entryName(int position, String name) {
    String plain =
        name.replaceAll("[^\\p{L}\\p{Nd}._/ -]", "_")
            .replaceAll("(^|/)\\.+", "$1_")
            .replace("//", "/");
    int cut = plain.lastIndexOf('/');
    return "fichiers/" + plain.substring(0, cut + 1) + position + "-" + plain.substring(cut + 1);
  }

  private static boolean copy(ZipOutputStream zip, String entry, PersonalFile file)
      throws IOException {
    Optional<InputStream> content = file.content().open();
    if (content.isEmpty()) {
      return false;
    }
    try (InputStream in = content.get()) {
      zip.putNextEntry(new ZipEntry(entry));
      in.transferTo(zip);
      zip.closeEntry();
    }
    return true;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String pretty(JsonObject json) {
    StringWriter text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(json);
    }
    return text.toString();
  }
}
