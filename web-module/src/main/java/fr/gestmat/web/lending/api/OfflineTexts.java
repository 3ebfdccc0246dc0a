package fr.gestmat.web.lending.api;

import fr.gestmat.lending.control.offline.Desks.Silent;
import fr.gestmat.lending.control.offline.Played;
import fr.gestmat.lending.control.offline.Played.State;
import fr.gestmat.web.view.View;

/** The sentences about what desks did without network, in the reader's language. */
public final class OfflineTexts {

  private final View view;
  private final ScanTexts scans;

  /** In the language of a request. */
  public OfflineTexts(View view) {
    this.view = view;
    this.scans = new ScanTexts(view);
  }

  /** Why an operation was recorded, refused or skipped; an empty text while it waits. */
  public String sentence(Played played) {
    if (!played.isDone()) {
      return "";
    }
    if (played.state() == State.SKIPPED) {
      return played.changedAt().isPresent()
          ? view.text(
              "offline.outcome.CHANGED_SINCE",
              view.format().moment(played.changedAt().get()),
              played.changedBy().orElse(""))
          : view.text("offline.outcome." + played.outcome().orElse(""));
    }
    return played
        .answer()
        .map(answer -> scans.sentence(answer.reasons().get(0)))
        .orElseGet(() -> view.text("offline.outcome." + played.outcome().orElse("")));
  }

  /** What somebody should do about it; an empty text if nothing. */
  public String advice(Played played) {
    return switch (played.state()) {
      case SKIPPED -> view.text("offline.advice.SKIPPED");
      case REFUSED -> view.text("offline.advice." + played.mode());
      case WAITING, PLANNED, APPLIED -> "";
    };
  }

  /** A desk that was not heard of. */
  public String silent(Silent silent) {
    return view.text("offline.silent", silent.agent(), view.format().time(silent.heardAt()));
  }
}
