package fr.gestmat.directory.boundary;

import fr.gestmat.directory.entity.DirectoryImport;
import fr.gestmat.directory.entity.FeedSource;
import fr.gestmat.directory.entity.ImportState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An import as the history shows it.
 *
 * @param id public id
 * @param source the feed
 * @param state where it stands
 * @param wholeSet whether absence from the set can mean leaving
 * @param receivedAt when it was handed in
 * @param receivedBy by whom
 * @param confirmedBy who said yes
 * @param finishedAt when it was over
 * @param pupils pupils in the set
 * @param guardians guardians in the set
 * @param staff members of staff in the set
 * @param links links in the set
 * @param guardiansNew guardians not known before
 * @param guardiansChanged guardians of whom something changed
 * @param linksResolved links of earlier imports whose guardian arrived
 */
public record ImportSummary(
    UUID id,
    FeedSource source,
    ImportState state,
    boolean wholeSet,
    Instant receivedAt,
    String receivedBy,
    Optional<String> confirmedBy,
    Optional<Instant> finishedAt,
    int pupils,
    int guardians,
    int staff,
    int links,
    int guardiansNew,
    int guardiansChanged,
    int linksResolved) {

  static ImportSummary of(DirectoryImport i) {
    return new ImportSummary(
        i.publicId(),
        i.source(),
        i.state(),
        i.wholeSet(),
        i.receivedAt(),
        i.receivedBy(),
        i.confirmedBy(),
        i.finishedAt(),
        i.pupils(),
        i.guardians(),
        i.staff(),
        i.links(),
        i.guardiansNew(),
        i.guardiansChanged(),
        i.linksResolved());
  }
}
