package fr.gestmat.mealaid.control.source;

import fr.gestmat.filestore.control.FileSeal;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tokens as the database keeps them: encrypted with the master keys of files ({@code
 * GESTMAT_FILE_KEYS}), which it does not hold. No page shows one again.
 */
@ApplicationScoped
public class SourceTokens {

  private static final Logger LOG = System.getLogger(SourceTokens.class.getName());

  @Inject private FileSeal seal;

  /**
   * Encrypts a token.
   *
   * @throws IOException if there is no master key
   */
  public byte[] seal(String token) throws IOException {
    return seal.seal(token.getBytes(StandardCharsets.UTF_8));
  }

  /** How an authority asks; empty if something is missing, or the master key is gone. */
  public Optional<ParticulierClient.Access> open(SourceAccess access) {
    Optional<byte[]> sealed = access.tokenSealed();
    Optional<String> recipient = access.recipient();
    if (sealed.isEmpty() || recipient.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ParticulierClient.Access(
              new String(seal.open(sealed.get()), StandardCharsets.UTF_8),
              recipient.get(),
              access.wishes().schoolingVersion(),
              access.wishes().withProof()));
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "the token of authority " + access.authorityId() + " cannot be read: enter it again",
          e);
      return Optional.empty();
    }
  }
}
