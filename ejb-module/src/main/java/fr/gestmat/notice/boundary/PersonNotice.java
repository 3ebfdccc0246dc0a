package fr.gestmat.notice.boundary;

import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.NoticeKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person has to be told by the authority, and nobody else of a family: what a
 * parent applied for is not the other parent's to read.
 *
 * @param authorityId authority that tells it
 * @param kind what it is about; its sentences name the facts
 * @param to who is told
 * @param subjectId what it speaks of, for the {@link NoticeCheck} of this kind; null if it always
 *     holds
 * @param batch at most 80 ASCII characters: what of one batch goes to the same person goes in one
 *     mail
 * @param facts the values of the sentence's names
 * @param readyAt not before; the mail goes at the next run of the job after it
 */
public record PersonNotice(
    long authorityId,
    NoticeKind kind,
    Addressee to,
    @Nullable Long subjectId,
    String batch,
    Map<String, String> facts,
    Instant readyAt) {

  /** Copies the facts. */
  public PersonNotice {
    facts = Map.copyOf(facts);
  }
}
