package fr.gestmat.lending.control.sheet;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A spreadsheet that somebody sent. Only who sent it sees it.
 *
 * @param key database id
 * @param id public id
 * @param authorityId authority
 * @param accountId whose it is
 * @param fileId the stored file
 * @param fileName its name
 * @param about what was said of it as a whole
 * @param state where it stands
 * @param stopped whether the work on it failed and waits to be asked for again
 * @param columns which column holds what, by the names of fields
 * @param problem what is wrong with the file as a whole
 * @param problemLine the last line that could be read
 * @param task the task that works on it
 * @param createdAt when the file came
 */
public record SentSheet(
    long key,
    UUID id,
    long authorityId,
    long accountId,
    UUID fileId,
    String fileName,
    JsonObject about,
    SheetState state,
    boolean stopped,
    Map<String, Integer> columns,
    Optional<String> problem,
    long problemLine,
    Optional<UUID> task,
    Instant createdAt) {

  /** Where it stands in one word, for its texts: the state, or {@code STOPPED}. */
  public String standing() {
    return stopped ? "STOPPED" : state.name();
  }
}
