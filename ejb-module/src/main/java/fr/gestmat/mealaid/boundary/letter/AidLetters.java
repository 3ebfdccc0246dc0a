package fr.gestmat.mealaid.boundary.letter;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.letter.LetterQueue;
import fr.gestmat.mealaid.control.letter.LetterQueue.Letter;
import fr.gestmat.mealaid.control.letter.LetterQueue.PaperLine;
import fr.gestmat.mealaid.control.review.FileReader;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.reports.letter.LetterBundle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Letters of decisions as officers see them: read, tried again, posted. */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class AidLetters {

  @Inject private CurrentCaller caller;
  @Inject private FileReader files;
  @Inject private LetterQueue letters;
  @Inject private SealedFiles sealed;
  @Inject private Journal journal;

  /** The file of a letter; empty if it is not made, or not of this application. */
  public Optional<byte[]> read(UUID application, UUID letter) throws IOException {
    Caller who = caller.get();
    Optional<AidApplication> about = files.find(who.authorityId(), application);
    Optional<UUID> file =
        about
            .flatMap(
                one ->
                    letters.of(one.id()).stream()
                        .filter(each -> each.id().equals(letter))
                        .findFirst())
            .flatMap(Letter::file);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    journal.write(
        new JournalEvent(
            who.authorityId(),
            about.get().schoolId(),
            who.accountId(),
            who.name(),
            "AID_LETTER_READ",
            "AID_APPLICATION",
            about.get().id(),
            about.get().pupilId(),
            null));
    return sealed.open(file.get(), who.authorityId());
  }

  /** Lets a letter that could not be made be tried at once. */
  public boolean retry(UUID application, UUID letter) {
    return files
        .find(caller.get().authorityId(), application)
        .filter(one -> letters.retry(one.id(), letter))
        .isPresent();
  }

  /** Letters of families without an address, which somebody has to post. */
  public List<PaperLine> onPaper() {
    return letters.onPaper(caller.get().authorityId());
  }

  /**
   * Letters as one file.
   *
   * @param letters how many
   * @param pdf all their pages
   */
  public record Bundle(int letters, byte[] pdf) {}

  /**
   * Letters that wait to be posted, as one file to print, in the order of the list. Each is
   * journaled as read.
   *
   * @param wanted public ids; what does not wait is left out
   * @return empty if none of them waits
   */
  public Optional<Bundle> bundle(Collection<UUID> wanted) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (PaperLine line : onPaper()) {
      if (wanted.contains(line.letter())) {
        read(line.application(), line.letter()).ifPresent(all::add);
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bundle(all.size(), LetterBundle.of(all)));
  }

  /** Takes note that a letter was posted. */
  public boolean posted(UUID letter) {
    return letters.printed(caller.get().authorityId(), letter);
  }
}
