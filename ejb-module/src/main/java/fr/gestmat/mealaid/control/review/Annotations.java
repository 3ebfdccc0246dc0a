package fr.gestmat.mealaid.control.review;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** What officers fill in for the authority; a campaign says what, and what must be there. */
@ApplicationScoped
public class Annotations {

  /** Longest value, in characters. */
  public static final int LONGEST = 400;

  /** Annotations of a campaign at most. */
  public static final int MOST = 20;

  @Inject private AidRows rows;

  /** What a value may be. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A number, with a comma or a point. */
    NUMBER,
    /** A day, year first as date fields of forms send it. */
    DAY,
    /** {@code true} or {@code false}. */
    YES_NO
  }

  /**
   * An annotation and its value.
   *
   * @param code its stable name
   * @param label its name for people
   * @param kind what it may be
   * @param mandatory whether nothing is granted without it
   * @param value empty if nothing was filled in
   */
  public record Annotation(String code, String label, Kind kind, boolean mandatory, String value) {

    /** What is wrong with the value; empty if nothing is. */
    public List<Refusal> refusals() {
      if (value.isBlank()) {
        return mandatory
            ? List.of(Refusal.of("annotation-" + code, "annotationMissing", label))
            : List.of();
      }
      return isReadable() ? List.of() : List.of(Refusal.of("annotation-" + code, wrong(), label));
    }

    /** With another value. */
    Annotation with(String other) {
      return new Annotation(code, label, kind, mandatory, other.strip());
    }

    private String wrong() {
      return "annotationNot" + kind;
    }

    private boolean isReadable() {
      try {
        switch (kind) {
          case TEXT -> {}
          case NUMBER ->
              new BigDecimal(value.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.'));
          case DAY -> LocalDate.parse(value);
          case YES_NO -> {
            return value.equals("true") || value.equals("false");
          }
        }
        return value.length() <= LONGEST;
      } catch (NumberFormatException | DateTimeParseException e) {
        return false;
      }
    }
  }

  /** The annotations of an application. */
  public List<Annotation> of(long campaign, long application) {
    return rows.list(
        Sql.of("select a.code, a.label, a.kind, a.mandatory, coalesce(v.value, '') value")
            .add("from aid_annotation a left join aid_annotation_value v on v.code = a.code")
            .add("and v.application_id = ? where a.campaign_id = ?", application, campaign)
            .add("order by a.position, a.code limit ?", MOST),
        row ->
            new Annotation(
                row.text("code"),
                row.text("label"),
                row.one("kind", Kind.class),
                row.yes("mandatory"),
                row.text("value")));
  }

  /**
   * Keeps values, by code; an empty one is taken away. What no campaign asks for is not kept.
   *
   * @return whether anything changed
   */
  boolean keep(long campaign, long application, Map<String, String> values) {
    boolean changed = false;
    for (Annotation known : of(campaign, application)) {
      String value = values.get(known.code());
      if (value == null || value.equals(known.value())) {
        continue;
      }
      changed = true;
      if (value.isBlank()) {
        rows.write(
            Sql.of("delete from aid_annotation_value where application_id = ?", application)
                .add("and code = ?", known.code()));
      } else {
        rows.write(
            Sql.of("replace into aid_annotation_value")
                .add("(application_id, campaign_id, code, value)")
                .add("values (?, ?, ?, ?)", application, campaign, known.code(), value));
      }
    }
    return changed;
  }
}
