package fr.gestmat.web.directory;

import java.util.Optional;
import java.util.UUID;

/** The ids that addresses carry. */
final class PublicId {

  private PublicId() {}

  /** The id, nothing if the text is none: such an address leads nowhere. */
  static Optional<UUID> of(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
