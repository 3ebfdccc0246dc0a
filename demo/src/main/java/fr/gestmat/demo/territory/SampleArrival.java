package fr.gestmat.demo.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When an application came and when nothing was missing, and so from which term on it counts. */
final class SampleArrival {

  private final SampleCampaign campaign;
  private @Nullable LocalDate receivedOn;
  private @Nullable Instant submittedAt;
  private @Nullable Instant completeAt;
  private @Nullable Integer firstTerm;

  SampleArrival(SampleCampaign campaign) {
    this.campaign = campaign;
  }

  /** It came on paper on this day, and counts as of then. */
  void onPaper(LocalDate day) {
    receivedOn = day;
  }

  /**
   * It is sent, or an officer has typed it.
   *
   * @param whole whether nothing is missing
   */
  void submit(Instant at, boolean whole) {
    Instant arrived =
        receivedOn == null || !receivedOn.isBefore(LocalDate.ofInstant(at, SampleCase.ZONE))
            ? at
            : receivedOn.plusDays(1).atStartOfDay(SampleCase.ZONE).toInstant().minusMillis(1);
    firstTerm = campaign.days().firstTerm(arrived, SampleCase.ZONE).orElseThrow();
    submittedAt = arrived;
    completeAt = whole ? arrived : null;
  }

  /** Something turns out to be missing. */
  void incomplete() {
    completeAt = null;
  }

  /** Nothing is missing any more, if something was. */
  void complete(Instant at) {
    if (completeAt == null) {
      completeAt = at;
      firstTerm = campaign.days().termOfCompletion(at, SampleCase.ZONE).orElseThrow();
    }
  }

  boolean isSent() {
    return submittedAt != null;
  }

  /** When it was sent, or came on paper. */
  Instant sentAt() {
    return Objects.requireNonNull(submittedAt);
  }

  /** The first term that it is for. */
  int term() {
    Integer first = firstTerm;
    return first == null ? 1 : first;
  }

  @Nullable LocalDate receivedOn() {
    return receivedOn;
  }

  @Nullable Instant submittedAt() {
    return submittedAt;
  }

  @Nullable Instant completeAt() {
    return completeAt;
  }

  /** The same as its row has it: nothing before it is sent. */
  @Nullable Integer firstTerm() {
    return firstTerm;
  }
}
