package fr.gestmat.mealaid.boundary.scale;

import fr.gestmat.access.Answer;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.mealaid.control.scale.ScaleSheet;
import fr.gestmat.mealaid.control.scale.TypedScale;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Takes the lines of a draft from a sheet. The sheet itself is not kept. */
@Stateless
@RolesAllowed("AID_MANAGER")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScaleSheets {

  private static final long MOST = 1 << 20;

  @Inject private FileStore files;
  @EJB private Scales scales;

  /**
   * What became of a sheet.
   *
   * @param content what it says
   * @param answer what became of the draft; absent if it stayed as it was, as the sheet is not
   *     usable
   */
  public record Taken(ScaleSheet.Content content, Optional<Answer<Integer>> answer) {}

  /**
   * Replaces the lines of a draft by those of a sheet, if it is usable.
   *
   * @param version of the draft, as the caller saw it
   * @param sheet CSV or XLSX, or what was copied from a spreadsheet
   * @return empty if there is no such draft for the caller
   * @throws fr.gestmat.filestore.boundary.FileTooLargeException if there is more than 1 MiB
   */
  public Optional<Taken> take(UUID campaign, int version, InputStream sheet) throws IOException {
    Optional<Scales.Draft> draft = scales.overview(campaign).flatMap(Scales.Overview::draft);
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    Path file = files.receive(sheet, MOST);
    try {
      ScaleSheet.Content content = ScaleSheet.read(file);
      TypedScale typed = draft.get().typed().with(content.lines());
      return Optional.of(
          new Taken(
              content,
              content.isUsable() ? scales.write(campaign, version, typed) : Optional.empty()));
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
