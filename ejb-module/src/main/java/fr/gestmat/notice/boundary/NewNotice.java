package fr.gestmat.notice.boundary;

import fr.gestmat.notice.entity.NoticeKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a pupil's family has to be told. Whom and how is found out later.
 *
 * @param authorityId authority
 * @param schoolId school that tells it
 * @param kind what it is about; its sentences name the facts
 * @param pupilId the pupil
 * @param subjectId what it speaks of (the loan), for the {@link NoticeCheck} of this kind; null if
 *     it always holds
 * @param batch at most 80 ASCII characters: what of one batch goes to the same person goes in one
 *     mail, brothers and sisters together
 * @param facts the values of the sentence's names, without {@code pupil} and {@code class}, which
 *     are known
 * @param readyAt not before; the mail goes at the next run of the job after it
 */
public record NewNotice(
    long authorityId,
    long schoolId,
    NoticeKind kind,
    long pupilId,
    @Nullable Long subjectId,
    String batch,
    Map<String, String> facts,
    Instant readyAt) {

  /** Copies the facts. */
  public NewNotice {
    facts = Map.copyOf(facts);
  }
}
