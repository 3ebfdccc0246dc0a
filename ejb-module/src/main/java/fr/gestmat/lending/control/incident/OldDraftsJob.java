package fr.gestmat.lending.control.incident;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** In the night, declarations that families began and never sent go with their files. */
@ApplicationScoped
public class OldDraftsJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "old-declarations";

  @Inject private IncidentDrafts drafts;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration every() {
    return Duration.ofHours(20);
  }

  @Override
  public OptionalInt hour() {
    return OptionalInt.of(4);
  }

  @Override
  public Duration lease() {
    return Duration.ofHours(1);
  }

  @Override
  public Optional<String> work() {
    int gone = 0;
    for (int some = drafts.forgetOld(); some > 0; some = drafts.forgetOld()) {
      gone += some;
    }
    return gone == 0 ? Optional.empty() : Optional.of(gone + " drafts and files");
  }
}
