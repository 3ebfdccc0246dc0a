package fr.gestmat.lending.control.transfer;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The places of an authority that are no schools: its pool and its emergency stock (ADR 18). */
@ApplicationScoped
public class OtherPlaces {

  @Inject private ReadModel database;

  /** What such a place is for. */
  public enum Kind {
    /** Gives to schools what they lack, and takes what they have too much of. */
    POOL("POOL"),
    /** Kept for replacements after a theft; no proposal touches it. */
    EMERGENCY("SECO");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  /** A place: its code, its name, and what it is for. */
  public record Place(String uai, String name, Kind kind) {}

  /** The places of an authority, by name. */
  public List<Place> of(long authority) {
    return database.list(
        new SqlText()
            .add("select uai, name, kind from school where authority_id = ?", authority)
            .add("and kind <> 'SCHOOL' and status = 'ACCEPTED' order by name"),
        row -> new Place(row.text("uai"), row.text("name"), Kind.valueOf(row.text("kind"))));
  }

  /**
   * Creates a place with the next code of its kind; two at once meet at the key of the code.
   *
   * @return its code
   */
  public String create(long authority, Kind kind, String name) {
    long next =
        1
            + database.number(
                new SqlText()
                    .add("select coalesce(max(cast(substring(uai, 5) as unsigned)), 0) n")
                    .add("from school where authority_id = ? and kind = ?", authority, kind));
    String code = String.format(Locale.ROOT, "%s%04d", kind.code, next);
    database.write(
        new SqlText()
            .add("insert into school (id, public_id, authority_id, uai, name, kind)")
            .add(
                "values (next value for school_seq, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                authority,
                code,
                name,
                kind));
    return code;
  }
}
