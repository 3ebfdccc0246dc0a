package fr.gestmat.lending.control.transfer;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The pools of an authority: rows of schools with a kind and a code of their own (ADR 18). */
@ApplicationScoped
public class PoolRows {

  @Inject private ReadModel database;

  /** A pool: its code and its name. */
  public record Pool(String uai, String name) {}

  /** The pools of an authority, by name. */
  public List<Pool> of(long authority) {
    return database.list(
        new SqlText()
            .add("select uai, name from school where authority_id = ?", authority)
            .add("and kind = 'POOL' and status = 'ACCEPTED' order by name"),
        row -> new Pool(row.text("uai"), row.text("name")));
  }

  /**
   * Creates a pool with the next code; two at once meet at the key of the code.
   *
   * @return its code
   */
  public String create(long authority, String name) {
    long next =
        1
            + database.number(
                new SqlText()
                    .add("select coalesce(max(cast(substring(uai, 5) as unsigned)), 0) n")
                    .add("from school where authority_id = ? and kind = 'POOL'", authority));
    String code = String.format(Locale.ROOT, "POOL%04d", next);
    database.write(
        new SqlText()
            .add("insert into school (id, public_id, authority_id, uai, name, kind)")
            .add(
                "values (next value for school_seq, ?, ?, ?, ?, 'POOL')",
                UUID.randomUUID(),
                authority,
                code,
                name));
    return code;
  }
}
