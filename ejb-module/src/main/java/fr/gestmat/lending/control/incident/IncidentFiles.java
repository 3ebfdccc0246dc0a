package fr.gestmat.lending.control.incident;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.reports.photo.Photo;
import fr.gestmat.reports.photo.PhotoException;
import fr.gestmat.reports.photo.SentPaper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Police reports and photos of incidents, encrypted on disk. Who may see the incident may see them;
 * what belongs to a declaration that is not sent yet is seen by who writes it.
 */
@ApplicationScoped
public class IncidentFiles {

  /** Files of one incident at most. */
  public static final int MOST = 10;

  @Inject private ReadModel database;
  @Inject private SealedFiles sealed;
  @Inject private FileStore files;
  @Inject private Clock clock;

  /** What a file shows. */
  public enum Kind {
    /** The report of the police or the gendarmerie. */
    POLICE_REPORT(FilePurpose.POLICE_REPORT),
    /** The device, or the place. */
    PHOTO(FilePurpose.INCIDENT_PHOTO);

    private final FilePurpose purpose;

    Kind(FilePurpose purpose) {
      this.purpose = purpose;
    }
  }

  /** Where a file belongs: an incident, or a declaration that is not sent yet. */
  public sealed interface Place {

    /**
     * An incident.
     *
     * @param incident the incident
     */
    record Of(Incident incident) implements Place {}

    /**
     * A declaration that is not sent yet.
     *
     * @param account database id of the account that writes it
     * @param loan public id of the loan
     */
    record OfDraft(long account, UUID loan) implements Place {}
  }

  /**
   * A file.
   *
   * @param id public id
   * @param kind what it shows
   * @param name name for people
   * @param mediaType {@code application/pdf} or {@code image/jpeg}
   * @param at when it was added
   * @param by who added it
   * @param stored public id of the stored file
   */
  public record Attached(
      UUID id, Kind kind, String name, String mediaType, Instant at, String by, UUID stored) {}

  /** The files of an incident or a draft, the oldest first. */
  public List<Attached> of(Place place) {
    return database.list(
        where(new SqlText().add("select * from incident_file where"), place)
            .add("order by id limit ?", MOST),
        IncidentFiles::read);
  }

  /**
   * Adds a file.
   *
   * @param content the file as it was sent; its bytes say what it is
   * @return why it was not taken; empty if it was
   * @throws IOException if it could not be kept
   */
  public Optional<Refusal> add(Caller who, Place place, Kind kind, InputStream content)
      throws IOException {
    List<Attached> before = of(place);
    if (before.size() >= MOST) {
      return Optional.of(Refusal.of("file", "fileTooMany", MOST));
    }
    SentPaper paper;
    try {
      byte[] sent = content.readNBytes(Photo.MOST_BYTES + 1);
      paper =
          kind == Kind.PHOTO
              ? new SentPaper(Photo.of(sent).jpeg(), "image/jpeg", ".jpg")
              : SentPaper.of(sent);
    } catch (PhotoException e) {
      String problem = kind == Kind.PHOTO ? "photo" : "file";
      return Optional.of(Refusal.of("file", problem + e.problem()));
    }
    long number = before.stream().filter(file -> file.kind() == kind).count() + 1;
    keep(who, place, kind, paper, name(kind, number) + paper.ending());
    return Optional.empty();
  }

  private void keep(Caller who, Place place, Kind kind, SentPaper paper, String name)
      throws IOException {
    boolean draft = place instanceof Place.OfDraft;
    Set<Long> schools = place instanceof Place.Of of ? Set.of(of.incident().schoolId()) : Set.of();
    UUID stored =
        sealed
            .keep(
                new FileOwner(who.authorityId(), schools, who.accountId()),
                new FileLabel(draft ? FilePurpose.UPLOAD : kind.purpose, name, paper.mediaType()),
                paper.content())
            .publicId();
    SqlText sql =
        new SqlText()
            .add("insert into incident_file set id = nextval(incident_file_seq),")
            .add("public_id = ?, kind = ?, file_id = ?,", UUID.randomUUID(), kind, stored)
            .add("file_name = ?, media_type = ?,", name, paper.mediaType())
            .add("added_at = ?, added_by = ?,", clock.instant(), who.name());
    if (place instanceof Place.OfDraft of) {
      sql.add("draft_account_id = ?, draft_loan = ?", of.account(), of.loan());
    } else if (place instanceof Place.Of of) {
      sql.add("incident_id = ?", of.incident().key());
    }
    database.write(sql);
  }

  /** Takes a file out of a draft; its content goes with its age. */
  public void remove(Place.OfDraft draft, UUID id) {
    database.write(
        where(new SqlText().add("delete from incident_file where"), draft)
            .add("and public_id = ?", id));
  }

  /** The declaration was sent: its files are the incident's from now on, and kept with it. */
  public void send(Caller who, Place.OfDraft draft, long incidentKey) {
    for (Attached file : of(draft)) {
      files.keepAs(file.stored(), who.authorityId(), file.kind().purpose);
    }
    database.write(
        where(
            new SqlText()
                .add("update incident_file set incident_id = ?,", incidentKey)
                .add("draft_account_id = null, draft_loan = null where"),
            draft));
  }

  /** Forgets the files of drafts that nobody sent. */
  int forgetBefore(Instant day, int most) {
    return database.write(
        new SqlText()
            .add("delete from incident_file where incident_id is null and added_at < ?", day)
            .add("limit " + most));
  }

  /**
   * The content of a file.
   *
   * @throws IOException if it was changed on disk, or its key is gone
   */
  public Optional<byte[]> content(Caller who, Attached file) throws IOException {
    return sealed.open(file.stored(), who.authorityId());
  }

  private static SqlText where(SqlText sql, Place place) {
    return place instanceof Place.OfDraft draft
        ? sql.add("draft_account_id = ? and draft_loan = ?", draft.account(), draft.loan())
        : sql.add("incident_id = ?", ((Place.Of) place).incident().key());
  }

  private static String name(Kind kind, long number) {
    return (kind == Kind.PHOTO ? "photo" : "depot-de-plainte") + "-" + number;
  }

  private static Attached read(Row row) throws SQLException {
    return new Attached(
        row.id("public_id"),
        Kind.valueOf(row.text("kind")),
        row.text("file_name"),
        row.text("media_type"),
        row.instant("added_at"),
        row.text("added_by"),
        row.id("file_id"));
  }
}
