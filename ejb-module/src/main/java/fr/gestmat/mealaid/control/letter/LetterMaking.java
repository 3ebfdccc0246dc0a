package fr.gestmat.mealaid.control.letter;

import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.letter.LetterQueue.Letter;
import fr.gestmat.mealaid.control.review.AidNotices;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one letter. The file, its place in the queue and the mail that tells of it are one
 * transaction: a family is never told of a letter that does not exist (M-A22).
 */
@ApplicationScoped
public class LetterMaking {

  @PersistenceContext private EntityManager entities;
  @Inject private LetterQueue queue;
  @Inject private LetterPaper paper;
  @Inject private SealedFiles files;
  @Inject private AidNotices notices;

  /**
   * Makes a letter that this server took.
   *
   * @return false if another server made it meanwhile, or its decision does not stand any more
   * @throws IOException if it could not be written; nothing is kept then
   */
  @InTransaction(ofItsOwn = true)
  public boolean make(long id) throws IOException {
    Optional<Letter> letter = queue.lock(id);
    if (letter.isPresent()) {
      make(letter.get());
    }
    return letter.isPresent();
  }

  private void make(Letter letter) throws IOException {
    AidApplication about = entities.find(AidApplication.class, letter.application());
    AidDecision decision = entities.find(AidDecision.class, letter.decision());
    LetterPaper.Written written = paper.write(letter.kind(), about, decision);
    Long school = about.schoolId();
    StoredFile file =
        files.keep(
            new FileOwner(
                about.authorityId(),
                school == null ? Set.of() : Set.of(school),
                Optional.ofNullable(decision.decidedByAccount()).orElse(0L)),
            new FileLabel(
                FilePurpose.AID_LETTER, "courrier-" + about.number() + ".pdf", "application/pdf"),
            written.letter().toPdf());
    queue.made(letter, file.publicId(), written.text(), tell(letter, about));
  }

  private boolean tell(Letter letter, AidApplication about) {
    if (letter.kind() == LetterKind.APPEAL_REJECTED) {
      return notices.tell(about, NoticeKind.AID_APPEAL_ANSWERED, letter.batch(), Map.of());
    }
    boolean toRead = entities.find(AidCampaign.class, about.campaignId()).readReceipt();
    return toRead
        ? notices.tell(about, NoticeKind.AID_DECISION_TO_READ, letter.batch(), Map.of())
        : notices.tell(
            about,
            NoticeKind.AID_DECIDED,
            letter.batch(),
            Map.of("decision", LetterPaper.words(letter.kind())));
  }
}
