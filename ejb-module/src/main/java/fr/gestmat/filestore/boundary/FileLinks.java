package fr.gestmat.filestore.boundary;

import fr.gestmat.filestore.control.LinkSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Short-lived links to files, each for one account. A link alone opens nothing: whoever serves it
 * asks again what the account may see.
 */
@ApplicationScoped
public class FileLinks {

  /** How long a link works. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  @Inject private LinkSeal seal;
  @Inject private Clock clock;

  /** A new link for an account, in letters, digits, - and _. */
  public String make(UUID subject, long accountId) throws IOException {
    return seal.make(subject, accountId, clock.instant().plus(LIFE));
  }

  /** What a link is of, if it is ours, this account's and not too old. */
  public Optional<UUID> read(String link, long accountId) throws IOException {
    return seal.read(link, accountId, clock.instant());
  }
}
