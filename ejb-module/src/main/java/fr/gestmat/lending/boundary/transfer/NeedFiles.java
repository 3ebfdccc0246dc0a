package fr.gestmat.lending.boundary.transfer;

import fr.gestmat.access.Answer;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.FileTooLargeException;
import fr.gestmat.lending.control.transfer.Forecast;
import fr.gestmat.lending.control.transfer.NeedSheet;
import fr.gestmat.lending.control.transfer.NeedText;
import fr.gestmat.lending.control.transfer.PlaceStock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Needs that come as a spreadsheet: read and checked, and kept by nobody until they are proposed.
 */
@Stateless
@RolesAllowed("REGION_MANAGER")
public class NeedFiles {

  private static final int ANY_YEAR = 0;

  /** What is wrong with a file and has a sentence of its own. */
  private static final Set<String> SAID =
      Set.of("EMPTY", "NOT_A_SPREADSHEET", "TOO_LARGE", "TOO_MANY_ROWS");

  @Inject private CurrentCaller caller;
  @Inject private FileStore files;
  @Inject private Forecast forecast;

  /**
   * What a file holds.
   *
   * @param text a line for each of its rows, to be looked at and corrected
   * @param schools how many schools have a number in it
   * @param problems what is wrong, line by line
   */
  public record Read(String text, int schools, List<Refusal> problems) {}

  /**
   * Reads a CSV or an XLSX.
   *
   * @throws IOException if it could not be received
   */
  public Answer<Read> read(String category, InputStream content) throws IOException {
    long authority = caller.get().scope(Role.REGION_MANAGER).authorityId();
    Path received;
    try {
      received = files.receive(content, NeedSheet.LARGEST);
    } catch (FileTooLargeException e) {
      return Answer.refused(Refusal.of("file", "fileTOO_LARGE"));
    }
    try {
      NeedSheet sheet = NeedSheet.read(received);
      if (sheet.problem().isPresent()) {
        String problem = sheet.problem().get();
        return Answer.refused(
            Refusal.of("file", "file" + (SAID.contains(problem) ? problem : "UNREADABLE")));
      }
      NeedText said =
          NeedText.read(
              sheet.text(),
              forecast.places(authority, category, ANY_YEAR).stream()
                  .map(PlaceStock::uai)
                  .collect(Collectors.toSet()));
      return new Answer.Done<>(new Read(sheet.text(), said.entrants().size(), said.problems()));
    } finally {
      Files.deleteIfExists(received);
    }
  }
}
